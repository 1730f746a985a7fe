package dev.qiao.signal.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Grade;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Severity;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the senders' words for badness mean. A word may hold anything, so that it stands in the query and not in the path. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
@RequestMapping("/api/v1/grades")
class GradeApi {
    private static final String LIST = "grades";

    /**
     * What a word shall mean.
     *
     * @param severity critical, major, warning or info
     */
    record Given(@Nullable String word, @Nullable String severity) {}

    private final Grades grades;
    private final InstantSource clock;

    GradeApi(Grades grades, InstantSource clock) {
        this.grades = grades;
        this.clock = clock;
    }

    /**
     * By their words.
     *
     * @param word of which alone is asked; absent: all
     */
    @GetMapping
    Slice<Grade> index(@RequestParam(required = false) @Nullable String word, Paging paging) {
        var after = paging.after(LIST);
        var from = after == null ? "" : after.text(0);
        var rows = grades.all().stream()
                .filter(grade -> word == null || grade.word().equals(Grades.small(word)))
                .filter(grade -> grade.word().compareTo(from) > 0)
                .sorted(Comparator.comparing(Grade::word))
                .limit(paging.limit() + 1L)
                .toList();
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.word()));
    }

    /** A new word, or another meaning of one. */
    @PutMapping
    Grade update(@RequestBody Given given, Me me) {
        var word = Objects.requireNonNullElse(given.word(), "");
        var severity = Coded.of(Severity.class, "severity", Objects.requireNonNullElse(given.severity(), ""));
        grades.put(word, severity, me, clock.instant());
        return new Grade(Grades.small(word), severity);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@RequestParam String word, Me me) {
        grades.remove(word, me, clock.instant());
    }
}
