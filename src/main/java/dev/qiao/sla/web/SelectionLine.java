package dev.qiao.sla.web;

import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Selection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of where agreements apply.
 *
 * @param agreement its name
 */
public record SelectionLine(
        Selection selection, String agreement, @Nullable Organization organization) {

    static List<SelectionLine> of(Agreements agreements, Organizations organizations) {
        var selections = agreements.selections();
        var known = organizations.of(selections.stream()
                .map(Selection::organization)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return selections.stream()
                .map(s -> new SelectionLine(
                        s,
                        agreements.find(s.agreement()).map(Agreement::name).orElse(s.agreement()),
                        s.organization() == null ? null : known.get(s.organization())))
                .toList();
    }
}
