package dev.qiao.sla;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.sla.Fact.Changed;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Restarted;
import dev.qiao.sla.Fact.Resumed;
import dev.qiao.sla.Fact.Started;
import dev.qiao.sla.Fact.Stopped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of timed facts: written once, read whole. */
@Component
class FactSql {
    /** A fact with its place in the history of its subject, from 1 on. */
    record Placed(Subject subject, int seq, Fact fact) {}

    private record Columns(
            String what,
            @Nullable String metric,
            @Nullable String reason,
            @Nullable Long terms,
            @Nullable String priority) {}

    private final Db db;

    FactSql(Db db) {
        this.db = db;
    }

    void insert(List<Placed> facts) {
        if (facts.isEmpty()) return;
        var columns = facts.stream().map(f -> columns(f.fact())).toList();
        db.sql("""
                insert into sla.fact (kind, subject, seq, at, what, metric, reason, terms, priority)
                select * from unnest(:kind::text[], :subject::bigint[], :seq::integer[], :at::timestamptz[], :what::text[],
                    :metric::text[], :reason::text[], :terms::bigint[], :priority::text[])
                """)
                .bind("kind", column(facts, f -> f.subject().kind()))
                .bind("subject", column(facts, f -> f.subject().number()))
                .bind("seq", column(facts, Placed::seq))
                .bind("at", column(facts, f -> f.fact().at()))
                .bind("what", column(columns, Columns::what))
                .bind("metric", column(columns, Columns::metric))
                .bind("reason", column(columns, Columns::reason))
                .bind("terms", column(columns, Columns::terms))
                .bind("priority", column(columns, Columns::priority))
                .update();
    }

    /** The histories of subjects, each in its order. */
    Map<Subject, List<Fact>> of(Collection<Subject> subjects, LongFunction<Terms> terms) {
        var histories = new LinkedHashMap<Subject, List<Fact>>();
        db.sql("""
                select f.kind, f.subject, f.at, f.what, f.metric, f.reason, f.terms, f.priority
                from unnest(:kinds::text[], :subjects::bigint[]) as s (kind, subject)
                join sla.fact f on f.kind = s.kind and f.subject = s.subject
                order by f.kind, f.subject, f.seq
                """)
                .bind("kinds", column(subjects, Subject::kind))
                .bind("subjects", column(subjects, Subject::number))
                .list(row -> histories
                        .computeIfAbsent(new Subject(row.text("kind"), row.number("subject")), _ -> new ArrayList<>())
                        .add(read(row, terms)));
        return histories;
    }

    /** The history of one of them. */
    static List<Fact> history(Map<Subject, List<Fact>> histories, Subject subject) {
        return Objects.requireNonNull(histories.get(subject), () -> "no facts of " + subject);
    }

    private static Columns columns(Fact fact) {
        return switch (fact) {
            case Started f -> new Columns("started", null, null, f.terms().id(), f.priority());
            case Changed f -> new Columns("changed", null, null, f.terms().id(), f.priority());
            case Held f -> new Columns("held", null, f.reason(), null, null);
            case Resumed _ -> new Columns("resumed", null, null, null, null);
            case Stopped f -> new Columns("stopped", f.metric().code(), null, null, null);
            case Restarted f -> new Columns("restarted", f.metric().code(), null, null, null);
        };
    }

    private static Fact read(Row row, LongFunction<Terms> terms) {
        var at = row.instant("at");
        return switch (row.text("what")) {
            case "started" -> new Started(at, terms.apply(row.number("terms")), row.text("priority"));
            case "changed" -> new Changed(at, terms.apply(row.number("terms")), row.text("priority"));
            case "held" -> new Held(at, row.text("reason"));
            case "resumed" -> new Resumed(at);
            case "stopped" -> new Stopped(at, row.word("metric", Metric.class));
            case "restarted" -> new Restarted(at, row.word("metric", Metric.class));
            default -> throw new IllegalStateException("unknown fact " + row.text("what"));
        };
    }
}
