package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes the journal's partitions ahead of time and drops those that need not be kept any longer, once a day. */
@Component
final class Keeping implements Worker {
    private static final int MONTHS_AHEAD = 2;

    private final Db db;
    private final int days;
    private final Rest rest = new Rest(Duration.ofDays(1));

    Keeping(Db db, Settings settings) {
        this.db = db;
        this.days = settings.number(Setting.JOURNAL_DAYS);
    }

    @Override
    public String name() {
        return "journal.keeping";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        db.sql("select journal.prepare(:months) as n")
                .bind("months", MONTHS_AHEAD)
                .one(row -> row.integer("n"));
        if (days > 0) {
            // What the database itself holds to be too young is never dropped, so a clock of ours that is ahead must
            // not ask for it.
            db.sql("select journal.forget(least(:now::timestamptz, now()) - make_interval(days => :days)) as n")
                    .bind("now", now)
                    .bind("days", days)
                    .one(row -> row.integer("n"));
        }
        rest.begin(now);
        return 0;
    }
}
