package dev.qiao.signal.outage.web;

import dev.qiao.base.Refused;
import dev.qiao.signal.outage.Outage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a correction holds; moments as a person types them. */
public record CorrectionForm(
        String began,
        String ended,
        @Nullable Boolean none,
        String reason,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public CorrectionForm {
        began = Objects.requireNonNullElse(began, "");
        ended = Objects.requireNonNullElse(ended, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    static CorrectionForm of(Outage outage, ZoneId zone) {
        var correction = outage.correction();
        return new CorrectionForm(
                typed(outage.began(), zone),
                typed(outage.ended(), zone),
                correction != null && correction.none(),
                correction == null ? "" : correction.reason(),
                outage.version());
    }

    private static String typed(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : at.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** What was typed is to the minute: where that is as the incident says, it is as the incident says. */
    static @Nullable Instant read(String field, String typed, @Nullable Instant is, ZoneId zone) {
        if (typed.isEmpty() || typed.equals(typed(is, zone))) return null;
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "signal.not_a_moment", typed);
        }
    }
}
