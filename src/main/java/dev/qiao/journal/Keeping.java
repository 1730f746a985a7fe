package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the journal's partitions ahead of time and drops those that need not be kept any longer, once a day. */
@Component
final class Keeping implements Worker {
    private static final int MONTHS_AHEAD = 2;

    private final Db db;
    private final int days;
    private @Nullable Instant last;

    Keeping(Db db, Settings settings) {
        this.db = db;
        this.days = settings.number(Setting.JOURNAL_DAYS);
    }

    @Override
    public String name() {
        return "journal.keeping";
    }

    @Override
    public synchronized int work(Instant now) {
        if (last != null && now.isBefore(last.plus(Duration.ofDays(1)))) return 0;
        db.sql("select journal.prepare(:months) as n")
                .bind("months", MONTHS_AHEAD)
                .one(row -> row.integer("n"));
        if (days > 0) {
            db.sql("select journal.forget(now() - make_interval(days => :days)) as n")
                    .bind("days", days)
                    .one(row -> row.integer("n"));
        }
        last = now;
        return 0;
    }
}
