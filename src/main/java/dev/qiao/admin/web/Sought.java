package dev.qiao.admin.web;

import dev.qiao.base.Refused;
import dev.qiao.journal.Audit;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What a reader of the audit looks for: the same for the page and for the file of it. */
@Component
class Sought {
    private final People people;

    Sought(People people) {
        this.people = people;
    }

    /**
     * Blank leaves it open.
     *
     * @param who a login; nobody's is refused rather than passed over
     */
    Audit.Search search(String act, String who, String kind, @Nullable Long subject) {
        return new Audit.Search(blankless(kind), subject, blankless(act), actor(who), null, null);
    }

    private @Nullable Long actor(String login) {
        if (login.isBlank()) return null;
        return people.byLogin(login).map(Person::id).orElseThrow(() -> Refused.invalid("who", "admin.no_login", login));
    }

    /** Where the same is looked for. */
    static String address(
            String path, String act, String who, String kind, @Nullable Long subject, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("act", "{act}")
                .queryParam("who", "{who}")
                .queryParam("kind", "{kind}")
                .queryParam("subject", "{subject}");
        if (cursor != null) address.queryParam("cursor", "{cursor}");
        return address.encode()
                .buildAndExpand(act, who, kind, subject == null ? "" : subject, cursor == null ? "" : cursor)
                .toUriString();
    }

    static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
