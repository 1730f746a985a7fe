package dev.qiao.report;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.people.Sight;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** How good the monitoring itself is: whether what it says leads to work, and what it did not say. Needs {@link Permission#REPORT_SEE}. */
@Component
public class Monitoring {
    private static final int LISTED = 10;
    private static final int UNTOLD = 20;

    /** So many of so many. */
    public record Share(long of, long all) {
        public OptionalDouble percent() {
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * of / all);
        }
    }

    /**
     * An alert by its name.
     *
     * @param alerts how often it began
     * @param worked how many of those led to work
     * @param flapped how many came when it flapped
     */
    public record Named(String name, long alerts, long worked, long flapped) {}

    /** An incident that no alert announced. */
    public record Untold(long number, String title, Instant openedAt) {}

    /**
     * All of it.
     *
     * @param worked alerts that belong to a ticket that somebody accepted or answered
     * @param announced incidents on what is monitored of which a machine told before they were reported
     * @param untold the newest of the others, as far as one sees them
     */
    public record Quality(
            Share worked, Share announced, List<Named> noisy, List<Named> flapping, List<Untold> untold) {}

    private final Db db;

    Monitoring(Db db) {
        this.db = db;
    }

    /** Of alerts that began, and incidents that were opened, in a period. */
    public Quality of(Period period, Me me) {
        me.must(Permission.REPORT_SEE);
        var sight = Sight.of(me);
        return db.snapshot(() -> new Quality(
                worked(period),
                announced(period, sight),
                named(period, "count(*)"),
                named(period, "count(*) filter (where a.flapping)"),
                untold(period, sight)));
    }

    private Share worked(Period period) {
        return db.sql("""
                        select count(*) as all, count(*) filter (where t.accepted_at is not null or t.responded_at is not null) as worked
                          from signal.alert_published a left join ticket.published t on t.number = a.number
                         where a.began_at >= :from and a.began_at < :to
                        """)
                .bind("from", period.from())
                .bind("to", period.to())
                .one(row -> new Share(row.number("worked"), row.number("all")));
    }

    private Share announced(Period period, Sight sight) {
        return sight.bind(db.sql("""
                        select count(*) as all, count(*) filter (where i.began_at <= t.opened_at) as told
                          from signal.foreseen_published f join ticket.published t on t.number = f.number
                          left join signal.incident_published i on i.number = t.number and not i.warning
                         where t.kind = 'incident' and t.opened_at >= :from and t.opened_at < :to and %s
                        """.formatted(sight.condition("t", "ticket", "number"))))
                .bind("from", period.from())
                .bind("to", period.to())
                .one(row -> new Share(row.number("told"), row.number("all")));
    }

    /** @param by what makes an alert come first; those without any of it are left out */
    private List<Named> named(Period period, String by) {
        return db.sql("""
                        select a.name, count(*) as alerts,
                               count(*) filter (where t.accepted_at is not null or t.responded_at is not null) as worked,
                               count(*) filter (where a.flapping) as flapped
                          from signal.alert_published a left join ticket.published t on t.number = a.number
                         where a.began_at >= :from and a.began_at < :to
                         group by a.name having %1$s > 0 order by %1$s desc, a.name limit :listed
                        """.formatted(by))
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("listed", LISTED)
                .list(row ->
                        new Named(row.text("name"), row.number("alerts"), row.number("worked"), row.number("flapped")));
    }

    private List<Untold> untold(Period period, Sight sight) {
        return sight.bind(db.sql("""
                        select t.number, t.title, t.opened_at
                          from signal.foreseen_published f join ticket.published t on t.number = f.number
                          left join signal.incident_published i on i.number = t.number and not i.warning
                         where t.kind = 'incident' and t.opened_at >= :from and t.opened_at < :to
                           and (i.number is null or i.began_at > t.opened_at) and %s
                         order by t.opened_at desc, t.number desc limit :listed
                        """.formatted(sight.condition("t", "ticket", "number"))))
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("listed", UNTOLD)
                .list(row -> new Untold(row.number("number"), row.text("title"), row.instant("opened_at")));
    }
}
