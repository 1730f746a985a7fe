package dev.qiao.signal.silence.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.SilenceDraft;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a silence holds.
 *
 * @param matchers one a line
 * @param from local, in the zone of who fills it in; empty: now, or as it stands
 * @param seen the version that was read; null for a new one
 */
public record SilenceForm(
        String kind,
        @Nullable Long service,
        String matchers,
        String from,
        String until,
        String reason,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public SilenceForm {
        kind = Objects.requireNonNullElse(kind, "");
        matchers = Objects.requireNonNullElse(matchers, "");
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    public @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    static SilenceForm of(Kind kind, List<String> matchers, @Nullable Instant from, Instant until, ZoneId zone) {
        return new SilenceForm(
                kind.code(),
                null,
                String.join("\n", matchers),
                from == null ? "" : local(from, zone),
                local(until, zone),
                "",
                null);
    }

    static SilenceForm of(Silence silence, ZoneId zone) {
        return new SilenceForm(
                silence.kind().code(),
                silence.service(),
                String.join("\n", silence.matchers()),
                local(silence.startsAt(), zone),
                local(silence.endsAt(), zone),
                silence.reason(),
                silence.version());
    }

    /** Errors: an unknown kind; no moment. */
    SilenceDraft draft(ZoneId zone) {
        return new SilenceDraft(
                Coded.of(Kind.class, "kind", kind),
                service,
                List.of(matchers.split("\\R")),
                moment("from", from, zone),
                moment("until", until, zone),
                reason);
    }

    private static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static @Nullable Instant moment(String field, String local, ZoneId zone) {
        if (local.isBlank()) return null;
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "base.bad_moment");
        }
    }
}
