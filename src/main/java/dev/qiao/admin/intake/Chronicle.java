package dev.qiao.admin.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a file tells of one ticket.
 *
 * @param updates in the order of the file; at least one
 */
record Chronicle(String ref, List<Update> updates) {
    Chronicle {
        updates = List.copyOf(updates);
    }

    /** Whom and what these speak of. */
    static Dictionary.Words words(List<Chronicle> chronicles) {
        var persons = new HashMap<String, String>(Map.of(Dictionary.NOBODY, ""));
        var teams = new HashSet<String>();
        var organizations = new HashSet<String>();
        var categories = new HashSet<List<String>>();
        for (var chronicle : chronicles) {
            for (var update : chronicle.updates()) {
                var names = update.names();
                var organization = names.organization() == null ? "" : names.organization();
                for (var name : new String[] {names.by(), names.reporter(), names.resolver(), names.person()}) {
                    if (name != null) persons.putIfAbsent(name, "");
                }
                if (names.requester() != null) {
                    persons.merge(names.requester(), organization, (one, other) -> one.isEmpty() ? other : one);
                }
                if (names.team() != null) teams.add(names.team());
                if (!organization.isEmpty()) organizations.add(organization);
                if (!update.category().isEmpty()) categories.add(update.category());
            }
        }
        return new Dictionary.Words(persons, Set.copyOf(teams), Set.copyOf(organizations), Set.copyOf(categories));
    }
}
