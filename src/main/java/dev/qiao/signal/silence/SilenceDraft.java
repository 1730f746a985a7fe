package dev.qiao.signal.silence;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.silence.Silence.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A silence as somebody wants it. */
public record SilenceDraft(
        Kind kind,
        @Nullable Long service,
        List<String> matchers,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String reason) {
    private static final int LONGEST_REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration FURTHEST = Duration.ofDays(366);

    public SilenceDraft {
        matchers = List.copyOf(matchers);
        reason = reason.strip();
    }

    static SilenceDraft of(Silence silence) {
        return new SilenceDraft(
                silence.kind(),
                silence.service(),
                silence.matchers(),
                silence.startsAt(),
                silence.endsAt(),
                silence.reason());
    }

    SilenceDraft ending(Instant end) {
        return new SilenceDraft(kind, service, matchers, startsAt, end, reason);
    }

    /** What can become of a silence that is not over: once it has begun, another end and another reason. Errors: as for a new one. */
    SilenceDraft checked(Silence was, Instant now) {
        if (kind != was.kind()) throw Refused.invalid("kind", "signal.silence_kind");
        if (was.phase(now) == Silence.Phase.PLANNED) return checked(now);
        var wrong = new Objections();
        wrong.read(() -> stays(
                "matchers",
                matchers.stream().allMatch(String::isBlank),
                () -> conditions().lines().equals(was.matchers())));
        wrong.read(() -> stays("service", service == null, () -> Objects.equals(service, was.service())));
        // A form knows minutes only.
        wrong.read(() -> stays("from", startsAt == null, () -> minute(startsAt).equals(minute(was.startsAt()))));
        wrong.read(() -> {
            if (endsAt == null || !endsAt.isAfter(now)) throw Refused.invalid("until", "signal.silence_ends_past");
            return until(was.startsAt());
        });
        wrong.read(this::given);
        wrong.raise();
        return new SilenceDraft(kind, was.service(), was.matchers(), was.startsAt(), endsAt, reason);
    }

    private static Boolean stays(String field, boolean unsaid, BooleanSupplier same) {
        if (!unsaid && !same.getAsBoolean()) throw Refused.invalid(field, "signal.silence_begun");
        return true;
    }

    private static Instant minute(@Nullable Instant at) {
        return Objects.requireNonNull(at).truncatedTo(ChronoUnit.MINUTES);
    }

    /** Beginning now at the earliest, with its conditions as they are written here. Errors: every field that is wrong, at once. */
    SilenceDraft checked(Instant now) {
        var wrong = new Objections();
        var from = startsAt == null || startsAt.isBefore(now) ? now : startsAt;
        var read = wrong.read(this::conditions);
        var until = wrong.read(() -> until(from));
        wrong.read(() -> {
            if (from.isAfter(now.plus(FURTHEST))) throw Refused.invalid("from", "signal.silence_far");
            return from;
        });
        wrong.read(() -> {
            if (kind == Kind.MAINTENANCE && service == null)
                throw Refused.invalid("service", "signal.maintenance_service");
            return kind;
        });
        wrong.read(this::given);
        wrong.raise();
        var about = kind == Kind.MAINTENANCE ? service : null;
        return new SilenceDraft(kind, about, Objects.requireNonNull(read).lines(), from, until, reason);
    }

    private String given() {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON)
            throw Refused.invalid("reason", "signal.silence_reason_length", LONGEST_REASON);
        return reason;
    }

    private Matchers conditions() {
        var read = Matchers.read(matchers);
        if (kind == Kind.SILENCE && read.loose()) throw Refused.invalid("matchers", "signal.silence_loose");
        return read;
    }

    private Instant until(Instant from) {
        if (endsAt == null || !endsAt.isAfter(from)) throw Refused.invalid("until", "signal.silence_ends_first");
        if (endsAt.isAfter(from.plus(LONGEST))) throw Refused.invalid("until", "signal.silence_long", LONGEST.toDays());
        return endsAt;
    }
}
