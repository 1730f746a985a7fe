package dev.qiao.sla.web;

import dev.qiao.base.Refused;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.sla.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the form of selections holds: each field once a line, in order; a line without an agreement is left out. */
record SelectionForm(MultiValueMap<String, String> fields, Organizations organizations) {
    private record Line(int place, Selection selection) {}

    List<Selection> selections() {
        var lines = new ArrayList<Line>();
        int count = fields.getOrDefault("agreement", List.of()).size();
        for (int i = 0; i < count; i++) {
            var agreement = at("agreement", i);
            if (agreement != null) lines.add(new Line(place(i), selection(agreement, i)));
        }
        return lines.stream()
                .sorted(Comparator.comparingInt(Line::place))
                .map(Line::selection)
                .toList();
    }

    String standard() {
        return Objects.requireNonNullElse(at("standard", 0), "");
    }

    long seen() {
        try {
            return Long.parseLong(Objects.requireNonNullElse(at("seen", 0), ""));
        } catch (NumberFormatException e) {
            throw Refused.stale("sla.changed_meanwhile");
        }
    }

    private Selection selection(String agreement, int line) {
        var vip = at("vip", line);
        var organization = at("organization", line);
        return new Selection(
                agreement,
                at("service", line),
                organization == null ? null : organization(organization),
                vip == null ? null : Boolean.valueOf(vip),
                at("kind", line),
                at("priority", line));
    }

    private long organization(String code) {
        return organizations
                .byCode(code)
                .map(Organization::id)
                .orElseThrow(() -> Refused.invalid("organization", "sla.unknown_organization", code));
    }

    private int place(int line) {
        var place = at("place", line);
        return place == null ? Integer.MAX_VALUE : Math.clamp(number("place", place), 0, Integer.MAX_VALUE);
    }

    private @Nullable String at(String field, int line) {
        var values = fields.getOrDefault(field, List.of());
        return line >= values.size() || values.get(line).isBlank()
                ? null
                : values.get(line).strip();
    }

    private static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refused.invalid(field, "sla.number_wrong", text);
        }
    }
}
