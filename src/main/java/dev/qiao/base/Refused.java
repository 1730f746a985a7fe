package dev.qiao.base;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way to say no: a message key with arguments (never a sentence, so that it is read in the reader's language), a status,
 * and the field that it is about. Translated to HTTP in one place, for page and API.
 */
public final class Refused extends RuntimeException {
    /** What went wrong, as HTTP says it (RFC 9110). */
    public enum Status {
        INVALID(422),
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        public final int code;

        Status(int code) {
            this.code = code;
        }
    }

    /** One thing that is wrong. */
    public record Problem(@Nullable String field, String key, List<Object> arguments) {}

    /** Who came between, as a bean of a room that knows: asked when a change is refused because somebody else was quicker. */
    public interface Between {
        /** Somebody who changed it, and when. */
        record Change(String who, Instant at) {}

        /** Empty when it cannot be told from what the refused form sent, or not to me. */
        Optional<Change> who(Map<String, String[]> sent, Me me);
    }

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Status status;
    private final Duration wait;
    private final transient List<Problem> problems;

    private Refused(Status status, List<Problem> problems) {
        this(status, problems, SOON);
    }

    private Refused(Status status, List<Problem> problems, Duration wait) {
        super(problems.getFirst().key(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
        this.wait = wait;
    }

    private static Refused of(Status status, @Nullable String field, String key, Object... arguments) {
        return new Refused(status, List.of(new Problem(field, key, List.of(arguments))));
    }

    /** What was sent for the field cannot be: 422. */
    public static Refused invalid(String field, String key, Object... arguments) {
        return of(Status.INVALID, field, key, arguments);
    }

    /** Several fields at once, so that nobody has to mend a form one error at a time. */
    public static Refused invalid(List<Problem> problems) {
        return new Refused(Status.INVALID, problems);
    }

    /** The request itself cannot be read: 400. */
    public static Refused malformed(@Nullable String field, String key, Object... arguments) {
        return of(Status.MALFORMED, field, key, arguments);
    }

    /** Several at once. */
    public static Refused malformed(List<Problem> problems) {
        return new Refused(Status.MALFORMED, problems);
    }

    /** This person may not: 403. Who may not even see is told that there is nothing. */
    public static Refused forbidden(String key, Object... arguments) {
        return of(Status.FORBIDDEN, null, key, arguments);
    }

    /** Nobody is signed in: 401. */
    public static Refused unauthenticated(String key, Object... arguments) {
        return of(Status.UNAUTHENTICATED, null, key, arguments);
    }

    /** Also for what one may not see. */
    public static Refused notFound(String key, Object... arguments) {
        return of(Status.NOT_FOUND, null, key, arguments);
    }

    /** Not as things stand: 409. */
    public static Refused conflict(String key, Object... arguments) {
        return of(Status.CONFLICT, null, key, arguments);
    }

    /** Somebody else was quicker: 412. */
    public static Refused stale(String key, Object... arguments) {
        return of(Status.STALE, null, key, arguments);
    }

    /** More than is taken: 413. */
    public static Refused tooLarge(@Nullable String field, String key, Object... arguments) {
        return of(Status.TOO_LARGE, field, key, arguments);
    }

    /**
     * Too often: 429.
     *
     * @param wait after which it may be tried again
     */
    public static Refused tooMany(Duration wait, String key, Object... arguments) {
        return new Refused(Status.TOO_MANY, List.of(new Problem(null, key, List.of(arguments))), wait);
    }

    /** Not now; it may be tried again: 503. */
    public static Refused unavailable(String key, Object... arguments) {
        return of(Status.UNAVAILABLE, null, key, arguments);
    }

    public Status status() {
        return status;
    }

    /** In how many seconds it may be tried again, where it may; at least 1. */
    public long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public List<Problem> problems() {
        return problems;
    }
}
