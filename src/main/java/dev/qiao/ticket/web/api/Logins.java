package dev.qiao.ticket.web.api;

import dev.qiao.people.People;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who did something, as the API says it: by login, or by number for who has none; Qiao itself is {@code qiao}. */
@Component
class Logins {
    private final People people;

    Logins(People people) {
        this.people = people;
    }

    Map<Long, String> of(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        people.of(ids.stream().filter(id -> id != 0).collect(Collectors.toSet()))
                .forEach((id, person) -> names.put(id, person.code()));
        names.put(0L, "qiao");
        return names;
    }
}
