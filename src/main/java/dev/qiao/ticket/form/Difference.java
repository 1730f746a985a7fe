package dev.qiao.ticket.form;

import dev.qiao.base.Coded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What becomes different for those who are asked, before somebody makes a new version of it. */
public record Difference(What what, String code, String label) {
    public enum What implements Coded {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED,
        BEGINNING
    }

    /** In the order of the new fields; what is gone comes last. */
    public static List<Difference> of(Definition before, Definition after) {
        var all = new ArrayList<Difference>();
        if (!before.fields(List.of()).equals(after.fields(List.of()))) {
            all.add(new Difference(What.BEGINNING, "", ""));
        }
        var kept = after.fields().stream().map(Field::code).toList();
        var order =
                before.fields().stream().map(Field::code).filter(kept::contains).toList();
        int next = 0;
        for (var field : after.fields()) {
            var old = before.field(field.code());
            if (old.isEmpty()) {
                all.add(new Difference(What.ADDED, field.code(), field.label()));
                continue;
            }
            if (!old.get().equals(field)) all.add(new Difference(What.CHANGED, field.code(), field.label()));
            else if (!Objects.equals(order.get(next), field.code())) {
                all.add(new Difference(What.MOVED, field.code(), field.label()));
            }
            next++;
        }
        before.fields().stream()
                .filter(field -> !kept.contains(field.code()))
                .forEach(field -> all.add(new Difference(What.REMOVED, field.code(), field.label())));
        return List.copyOf(all);
    }
}
