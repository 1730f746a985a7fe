package dev.qiao.sla.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.sla.Metric;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Mark.Basis;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The levels of a ladder as a form writes them, a line each: {@code 3.amount}; a line without an amount is none. */
final class LadderForm {
    static final int LINES = 30;

    private final Map<String, String> fields;

    LadderForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The revision that was read. */
    long seen() {
        var text = value("revision");
        if (!text.matches("\\d{1,18}")) throw Refused.stale("sla.changed_meanwhile");
        return Long.parseLong(text);
    }

    List<Rung> rungs() {
        var rungs = new ArrayList<Rung>();
        for (int line = 0; line < LINES; line++) {
            var amount = value(line + ".amount");
            if (amount.isEmpty()) continue;
            var field = line + ".amount";
            if (!amount.matches("\\d{1,5}")) throw Refused.invalid(field, "sla.rung_number");
            var basis = Coded.of(Basis.class, line + ".basis", value(line + ".basis"));
            var whom = Coded.of(Whom.class, line + ".whom", value(line + ".whom"));
            rungs.add(new Rung(
                    Coded.of(Metric.class, line + ".metric", value(line + ".metric")),
                    new Mark(basis, Integer.parseInt(amount)).checked(field),
                    whom,
                    whom == Whom.PERSON ? person(line) : null));
        }
        return rungs;
    }

    private @Nullable Long person(int line) {
        var text = value(line + ".person");
        if (!text.matches("\\d{1,18}")) throw Refused.invalid(line + ".person", "sla.rung_person");
        return Long.valueOf(text);
    }

    private String value(String field) {
        return Objects.requireNonNullElse(fields.get(field), "").strip();
    }
}
