package dev.qiao.ticket.similar;

import dev.qiao.base.Me;
import dev.qiao.base.Words;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what is nearly the same among what a person may see, by the words that titles share. */
@Component
public class Similar {
    private static final int SHOWN = 5;
    private static final int NEARBY = 20;
    private static final int WORDS = 40;
    private static final int FEWEST = 2;
    private static final double NEAR = 0.3;
    private static final double SAME = 0.65;

    /**
     * An open ticket that says nearly the same.
     *
     * @param likeness from 0, nothing in common, to 1, the same words
     */
    public record Alike(long number, String title, Stage.Name stage, double likeness) {
        /** Likely the very same. */
        public boolean same() {
            return likeness >= SAME;
        }
    }

    private final SimilarSql sql;

    Similar(SimilarSql sql) {
        this.sql = sql;
    }

    /**
     * The nearest first, at most five.
     *
     * @param except a number that is not meant; 0: none
     */
    public List<Alike> to(String title, long except, Me me) {
        var words = words(title);
        if (words.size() < FEWEST) return List.of();
        return sql.find(any(words), except, Sight.of(me)).stream()
                .map(found ->
                        new Alike(found.number(), found.title(), found.stage(), likeness(words, words(found.title()))))
                .filter(alike -> alike.likeness() >= NEAR)
                .sorted(Comparator.comparingDouble(Alike::likeness)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Alike::number).reversed()))
                .limit(SHOWN)
                .toList();
    }

    /**
     * An incident that said nearly the same and was solved.
     *
     * @param service null: of none
     * @param solution what was done, as it was typed
     */
    public record Solved(
            long number, String title, @Nullable Long service, String solution, Instant resolvedAt, double likeness) {}

    /** Those that were solved, the nearest first, at most five; as {@link #to}. */
    public List<Solved> solved(String title, long except, Me me) {
        var words = words(title);
        if (words.size() < FEWEST) return List.of();
        return sql.solved(any(words), except, Sight.of(me)).stream()
                .map(past -> new Solved(
                        past.number(),
                        past.title(),
                        past.service(),
                        past.solution(),
                        past.resolvedAt(),
                        likeness(words, words(past.title()))))
                .filter(past -> past.likeness() >= NEAR)
                .sorted(Comparator.comparingDouble(Solved::likeness)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Solved::number).reversed()))
                .limit(SHOWN)
                .toList();
    }

    /** An open incident about the same at about the same time. */
    public record Near(long number, String title, Instant openedAt) {}

    /**
     * Open incidents about these services that came in this time, the newest first, at most 20.
     *
     * @param machines whether those that machines told of are meant, or those that people reported
     */
    public List<Near> near(
            Collection<Long> services, Instant from, Instant until, boolean machines, long except, Me me) {
        if (services.isEmpty()) return List.of();
        return sql.near(services, from, until, machines, except, NEARBY, Sight.of(me));
    }

    private static String any(Set<String> words) {
        return words.stream()
                .limit(WORDS)
                .map(word -> "'" + word.replace("'", "''").replace("\\", "\\\\") + "'")
                .collect(Collectors.joining(" | "));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Words.stored(text.length() > 200 ? text.substring(0, 200) : text)
                        .split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Twice what both have, over what they have together (Dice). */
    static double likeness(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return one.isEmpty() && other.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
    }
}
