package dev.qiao.report;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Sight;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the targets: figures over a period, their course, and the tickets behind them. Everything goes by what one may see. */
@Component
public class Targets {
    /**
     * One ticket behind a figure.
     *
     * @param amount minutes, or stars; null where only the promise counts
     */
    public record Behind(
            long number, String title, Instant at, @Nullable Double amount, boolean good) {}

    /** Where a page of them ended. */
    public record Mark(boolean good, @Nullable Double amount, long number) {
        public static Mark of(Behind last) {
            return new Mark(last.good(), last.amount(), last.number());
        }
    }

    public record Week(Instant week, @Nullable Double value, long n) {}

    private final Db db;
    private final MeasureSql sql;
    private final Journal journal;
    private final Remembered<Map<Measure, Double>> goals = new Remembered<>(this::read);

    Targets(Db db, MeasureSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
    }

    /** All measures that rest on what this desk has; needs {@link Permission#REPORT_SEE}. */
    public List<Figure> figures(Period period, Me me, Instant now) {
        me.must(Permission.REPORT_SEE);
        return db.snapshot(() -> Arrays.stream(Measure.values())
                .map(measure -> figure(measure, period, me, now))
                .toList());
    }

    /** One measure over a period; needs {@link Permission#REPORT_SEE}. */
    public Figure figure(Measure measure, Period period, Me me, Instant now) {
        me.must(Permission.REPORT_SEE);
        var total = sql.total(measure, period, goal(measure), Sight.of(me), now);
        var wanted = measure.goal == Measure.Goal.SHOWN ? null : goal(measure);
        return new Figure(measure, wanted, total.value(), total.n(), total.missed());
    }

    /** The same week by week, from Monday in this zone; at most 60. */
    public List<Week> weeks(Measure measure, Period period, ZoneId zone, Me me, Instant now) {
        me.must(Permission.REPORT_SEE);
        return sql.weeks(measure, period, goal(measure), zone, Sight.of(me), now).stream()
                .map(w -> new Week(w.week(), w.value(), w.n()))
                .toList();
    }

    /** What went wrong first, at most {@code limit}, after the {@code mark}; null: from the beginning. */
    public List<Behind> behind(Measure measure, Period period, int limit, @Nullable Mark mark, Me me, Instant now) {
        me.must(Permission.REPORT_SEE);
        return sql.behind(measure, period, goal(measure), limit, mark, Sight.of(me), now).stream()
                .map(l -> new Behind(l.number(), l.title(), l.at(), l.amount(), l.good()))
                .toList();
    }

    /** What it is to reach: as it was set, or the standard. */
    public double goal(Measure measure) {
        return goals.get().getOrDefault(measure, measure.standard);
    }

    /**
     * Sets goals, all or none; what stays as it is leaves no trace. Errors: forbidden; invalid, by the measure's code, for one that is
     * only shown, or a goal that no figure can have.
     */
    public void aim(Map<Measure, Double> wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        wanted.forEach((measure, goal) -> {
            boolean possible = goal >= 0 && (measure.unit == Measure.Unit.MINUTES ? goal <= 525_600 : goal <= 100);
            if (measure.goal == Measure.Goal.SHOWN || !possible)
                throw Refused.invalid(measure.code(), "report.bad_goal");
        });
        db.transact(() -> wanted.forEach((measure, goal) -> aim(measure, goal, me, now)));
        goals.forget();
    }

    @SuppressWarnings("EnumOrdinal") // the journal's subjects have numbers, measures have none of their own
    private void aim(Measure measure, double goal, Me me, Instant now) {
        var before = goal(measure);
        if (before == goal) return;
        db.sql("""
                insert into report.goal (code, goal) values (:code, :goal)
                on conflict (code) do update set goal = excluded.goal, version = report.goal.version + 1
                """).bind("code", measure).bind("goal", goal).updateOne();
        var facts = Configured.of("report.goal", measure.code(), Map.of("goal", before), Map.of("goal", goal));
        journal.write(new Entry(now, me.origin(), "goal", measure.ordinal() + 1L, 0, me.id(), Audience.ADMIN, facts));
    }

    private Map<Measure, Double> read() {
        record Line(Measure measure, double goal) {}
        return db
                .sql("select code, goal from report.goal limit 100")
                .list(row -> new Line(row.word("code", Measure.class), row.decimal("goal")))
                .stream()
                .collect(Collectors.toMap(Line::measure, Line::goal));
    }
}
