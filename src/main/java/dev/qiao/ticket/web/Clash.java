package dev.qiao.ticket.web;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to decide because two people changed it.
 *
 * @param kept everything else of the form, already merged, as hidden fields
 */
public record Clash(List<Field> fields, Map<String, String> kept) {
    /**
     * Both values of one field, as they are sent and as they are read.
     *
     * @param who changed it on the other side, and when, in words; null: nobody knows
     */
    public record Field(
            String name,
            String label,
            Choice mine,
            Choice theirs,
            @Nullable String who) {}

    static Clash of(Reconciled reconciled, TicketForms.View now, Map<String, String> who, Page page) {
        var fields = new ArrayList<Field>();
        var kept = new TreeMap<String, String>();
        reconciled.values().forEach((name, value) -> {
            var theirs = now.values().getOrDefault(name, "");
            kept.put(TicketForm.WAS + name, theirs);
            if (reconciled.clashes().contains(name)) {
                fields.add(new Field(
                        name,
                        page.t(label(name)),
                        now.read(name, value, page),
                        now.read(name, theirs, page),
                        who.get(name)));
            } else kept.put(name, value);
        });
        fields.sort(java.util.Comparator.comparing(Field::name));
        return new Clash(List.copyOf(fields), kept);
    }

    private static String label(String name) {
        return switch (name) {
            case "startedAt" -> "ticket.started";
            case "priorityReason" -> "ticket.priority_reason";
            default -> "ticket." + name;
        };
    }
}
