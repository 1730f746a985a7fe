package dev.qiao.feedback.theme;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to themes; changing them needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Themes {
    private static final int MOST = 30;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST = 60;

    /** All of them, as the audit shows it. */
    public record Listed(List<Theme> themes) {}

    private final Db db;
    private final Journal journal;

    Themes(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** In the order in which they were listed. */
    public List<Theme> all() {
        return db.sql("select name, words from feedback.theme order by id limit 100")
                .list(row -> new Theme(row.text("name"), row.texts("words")));
    }

    /** Takes the place of all there were. Errors: forbidden; invalid, when one has no name or no words, or is too long. */
    public void change(List<Theme> wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (wanted.size() > MOST || wanted.stream().anyMatch(theme -> !sound(theme)))
            throw Refused.invalid("themes", "feedback.themes_wrong", MOST, MOST_WORDS, LONGEST);
        db.transact(() -> {
            db.sql("select version from feedback.practice for update").one(row -> row.integer("version"));
            var before = all();
            if (before.equals(wanted)) return;
            db.sql("delete from feedback.theme").update();
            for (var theme : wanted)
                db.sql("insert into feedback.theme (name, words) values (:name, :words::text[])")
                        .bind("name", theme.name())
                        .bind("words", theme.words())
                        .updateOne();
            var facts = Configured.of("feedback.themes", "themes", new Listed(before), new Listed(wanted));
            journal.write(new Entry(now, me.origin(), "themes", 1, 0, me.id(), Audience.ADMIN, facts));
        });
    }

    private static boolean sound(Theme theme) {
        return !theme.name().isEmpty()
                && theme.name().length() <= LONGEST
                && !theme.words().isEmpty()
                && theme.words().size() <= MOST_WORDS
                && theme.words().stream().allMatch(word -> word.length() <= LONGEST);
    }
}
