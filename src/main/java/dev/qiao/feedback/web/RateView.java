package dev.qiao.feedback.web;

import dev.qiao.feedback.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that waits for its rating, or has one.
 *
 * @param resolver who solved it, by name
 * @param took from opening to the solution
 * @param rating null before it is rated
 * @param open whether the reader may rate now, or rate anew
 */
public record RateView(
        long number,
        String title,
        @Nullable String resolver,
        Instant resolvedAt,
        Duration took,
        @Nullable Rating rating,
        boolean open) {

    /** A face for each number of stars, from 1 to 5. */
    public static final List<String> FACES = List.of("angry", "frown", "meh", "smile", "laugh");

    public static String face(int stars) {
        return FACES.get(stars - 1);
    }

    public boolean chosen(int stars) {
        return rating != null && rating.stars() == stars;
    }
}
