package dev.qiao.ticket.web.crossing;

import dev.qiao.base.web.Page;
import dev.qiao.journal.Recorded;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketAnswered;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.talk.Stretch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who changed each field of a ticket last, and when: for those whose own change of it crosses that one. */
@Component
public class Changers {
    private static final int MOST = 1_000;

    private final TicketHistory history;
    private final People people;

    Changers(TicketHistory history, People people) {
        this.history = history;
        this.people = people;
    }

    /** In words, by the names of fields in forms; what nobody changed is left out. */
    public Map<String, String> of(Ticket ticket, Page page) {
        var last = new HashMap<String, Recorded>();
        for (var event : history.newest(ticket, Stretch.ALL, MOST, page.reader())) {
            var entry = event.entry();
            if (takesBack(entry)) last.replaceAll((_, _) -> entry);
            else fields(entry).forEach(field -> last.put(field, entry));
        }
        var names = people.of(last.values().stream().map(Recorded::actor).toList());
        return last.entrySet().stream()
                .flatMap(one -> Stream.ofNullable(names.get(one.getValue().actor()))
                        .map(who -> Map.entry(one.getKey(), words(one.getValue(), who, page))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String words(Recorded entry, Person who, Page page) {
        return page.t("base.crossed_by", who.name(), page.times().stamp(entry.at()));
    }

    private static List<String> fields(Recorded entry) {
        if (entry.is(TicketEdited.class)) {
            return entry.as(TicketEdited.class).edits().stream()
                    .map(edit -> edit.field())
                    .toList();
        }
        if (!entry.is(TicketAnswered.class)) return List.of();
        return entry.as(TicketAnswered.class).fields().stream().map(Field::name).toList();
    }

    /** Which fields came back nobody wrote down: any of them may have. */
    private static boolean takesBack(Recorded entry) {
        return entry.is(TicketTakenBack.class)
                && entry.as(TicketTakenBack.class).taken().equals(Act.EDIT.code());
    }
}
