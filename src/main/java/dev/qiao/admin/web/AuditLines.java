package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Lang;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Entries of the journal in the words of the audit. */
@Component
class AuditLines {
    private final People people;
    private final Reversals reversals;

    AuditLines(People people, Reversals reversals) {
        this.people = people;
        this.reversals = reversals;
    }

    List<AuditLine> of(List<Recorded> entries, Me me, Lang lang) {
        Map<Long, String> names =
                people
                        .of(entries.stream()
                                .map(Recorded::actor)
                                .filter(id -> id != 0)
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        boolean changes =
                me.may(Permission.DESK_CONFIGURE) || me.may(Permission.PEOPLE_EDIT) || me.may(Permission.ADMIN);
        return entries.stream()
                .map(entry -> AuditLine.of(entry, names, changes && reversals.possible(entry), lang))
                .toList();
    }
}
