package dev.qiao.feedback.practice;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The door to the one {@link Practice}; changing it needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Practices {
    private final Db db;
    private final Journal journal;

    Practices(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    public Practice current() {
        return db.sql("select grievance_hours, call_percent, call_vips, call_low from feedback.practice")
                .one(row -> new Practice(
                        row.integer("grievance_hours"),
                        row.integer("call_percent"),
                        row.yes("call_vips"),
                        row.yes("call_low")));
    }

    /** What stays as it is leaves no trace. Errors: forbidden; invalid, naming the field. */
    public void change(Practice draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var wanted = draft.checked();
        db.transact(() -> {
            db.sql("select version from feedback.practice for update").one(row -> row.integer("version"));
            var before = current();
            if (before.equals(wanted)) return;
            db.sql("""
                    update feedback.practice
                       set grievance_hours = :hours, call_percent = :percent, call_vips = :vips, call_low = :low, version = version + 1
                    """)
                    .bind("hours", wanted.hours())
                    .bind("percent", wanted.percent())
                    .bind("vips", wanted.vips())
                    .bind("low", wanted.low())
                    .updateOne();
            var facts = Configured.of("feedback.practice", "practice", before, wanted);
            journal.write(new Entry(now, me.origin(), "practice", 1, 0, me.id(), Audience.ADMIN, facts));
        });
    }
}
