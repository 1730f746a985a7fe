package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the senders' own words for badness mean. Changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Grades {
    /** How the journal calls a word. */
    public static final String KIND = "signal.grade";

    private static final int MOST = 1_000;
    private static final int LONGEST = 40;

    /**
     * A word as the audit shows it.
     *
     * @param id the word itself: which of all of them
     */
    record Said(String id, Severity severity) {}

    private final Db db;
    private final Journal journal;
    private final Remembered<Map<String, Severity>> known;

    Grades(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
        this.known = new Remembered<>(
                () -> all().stream().collect(Collectors.toUnmodifiableMap(Grade::word, Grade::severity)));
    }

    /** What nobody has explained is unknown. */
    public Severity of(String word) {
        return known.get().getOrDefault(small(word), Severity.UNKNOWN);
    }

    /** The worst first. */
    public List<Grade> all() {
        return db.sql("""
                select word, severity from signal.grade
                 order by array_position(array['critical', 'major', 'warning', 'info'], severity), word limit :most
                """)
                .bind("most", MOST)
                .list(row -> new Grade(row.text("word"), row.word("severity", Severity.class)));
    }

    /** From now on; what the word meant before is replaced. Errors: invalid, for no word and for a severity that says nothing. */
    public void put(String said, Severity severity, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var word = small(said);
        if (word.isEmpty() || word.length() > LONGEST) throw Refused.invalid("word", "signal.grade_word", LONGEST);
        if (severity == Severity.UNKNOWN) throw Refused.invalid("severity", "signal.grade_unknown");
        db.transact(() -> {
            var before = find(word).orElse(null);
            if (before == null && all().size() >= MOST) throw Refused.conflict("signal.grades_many", MOST);
            db.sql("""
                    insert into signal.grade (word, severity) values (:word, :severity)
                    on conflict (word) do update set severity = excluded.severity
                    """).bind("word", word).bind("severity", severity).updateOne();
            tell(word, before, new Grade(word, severity), me, now);
        });
        known.forget();
    }

    /** The word says nothing any more. Errors: not found. */
    public void remove(String said, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var word = small(said);
        db.transact(() -> {
            var before = find(word).orElseThrow(() -> Refused.notFound("signal.no_grade"));
            db.sql("delete from signal.grade where word = :word")
                    .bind("word", word)
                    .updateOne();
            tell(word, before, null, me, now);
        });
        known.forget();
    }

    private Optional<Grade> find(String word) {
        return db.sql("select word, severity from signal.grade where word = :word for update")
                .bind("word", word)
                .optional(row -> new Grade(row.text("word"), row.word("severity", Severity.class)));
    }

    private void tell(String word, @Nullable Grade before, @Nullable Grade after, Me me, Instant now) {
        var facts = Configured.of(KIND, word, said(before), said(after));
        journal.write(new Entry(now, me.origin(), KIND, 0, 0, me.id(), Audience.ADMIN, facts));
    }

    private static @Nullable Said said(@Nullable Grade grade) {
        return grade == null ? null : new Said(grade.word(), grade.severity());
    }

    /** As words are kept. */
    public static String small(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
