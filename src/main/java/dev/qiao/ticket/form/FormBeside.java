package dev.qiao.ticket.form;

import dev.qiao.base.Json;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.form.AnswerSql.Line;
import dev.qiao.ticket.undo.Beside;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a ticket answers comes back with it, to the version that asked then. */
@Component
class FormBeside implements Beside {
    private static final String CODE = "answers";

    /** @param version null: nothing was answered */
    record Stood(@Nullable Long version, List<Line> answers) {
        static final Stood NOTHING = new Stood(null, List.of());
    }

    private final AnswerSql sql;

    FormBeside(AnswerSql sql) {
        this.sql = sql;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Json keep(long number) {
        return Json.of(stands(number));
    }

    @Override
    public List<Said> bringBack(long number, Json kept) {
        var was = kept.as(Stood.class);
        if (was.equals(stands(number))) return List.of();
        if (was.version() == null) sql.delete(number);
        else sql.put(number, was.version(), was.answers());
        return List.of(new Said(Audience.PUBLIC, new TicketTakenBack(CODE)));
    }

    private Stood stands(long number) {
        return sql.of(List.of(number)).stream()
                .map(stored -> new Stood(stored.version(), stored.lines()))
                .findFirst()
                .orElse(Stood.NOTHING);
    }
}
