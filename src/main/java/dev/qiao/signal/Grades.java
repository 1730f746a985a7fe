package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Remembered;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the senders' own words for badness mean. */
@Component
public class Grades {
    private static final int MOST = 1_000;

    private record Grade(String word, Severity severity) {}

    private final Remembered<Map<String, Severity>> known;

    Grades(Db db) {
        this.known = new Remembered<>(() -> db
                .sql("select word, severity from signal.grade limit :most")
                .bind("most", MOST)
                .list(row -> new Grade(row.text("word"), row.word("severity", Severity.class)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Grade::word, Grade::severity)));
    }

    /** What nobody has explained is unknown. */
    public Severity of(String word) {
        return known.get().getOrDefault(word.strip().toLowerCase(Locale.ROOT), Severity.UNKNOWN);
    }
}
