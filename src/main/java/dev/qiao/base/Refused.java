package dev.qiao.base;

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

        /** Empty when it cannot be told from what the refused form sent. */
        Optional<Change> who(Map<String, String[]> sent);
    }

    private final Status status;
    private final transient List<Problem> problems;

    private Refused(Status status, List<Problem> problems) {
        super(problems.getFirst().key(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
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

    /** Too often: 429. */
    public static Refused tooMany(String key, Object... arguments) {
        return of(Status.TOO_MANY, null, key, arguments);
    }

    /** Not now; it may be tried again: 503. */
    public static Refused unavailable(String key, Object... arguments) {
        return of(Status.UNAVAILABLE, null, key, arguments);
    }

    public Status status() {
        return status;
    }

    public List<Problem> problems() {
        return problems;
    }
}
