package dev.qiao.people.roster.web;

import dev.qiao.base.Refused;
import dev.qiao.people.roster.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as addresses and forms write them: exact ones, and those on a team's wall clock. */
final class Moments {
    private Moments() {}

    /** What {@code datetime-local} takes. */
    static String local(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : at.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** Errors: nothing that can be read, naming the field. */
    static Instant read(String field, String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "people.no_time");
        }
    }

    /** A moment of an address; null where there is none. Errors: malformed. */
    static @Nullable Instant exact(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            throw Refused.malformed(field, "people.no_time");
        }
    }

    /** {@code 2026-03-02T01:00:00Z/2026-03-02T10:00:00Z}. Errors: invalid, naming the field. */
    static Span span(String field, String text) {
        try {
            var ends = text.split("/", 2);
            if (ends.length == 2) return new Span(Instant.parse(ends[0]), Instant.parse(ends[1]));
        } catch (DateTimeException _) {
            // said below
        }
        throw Refused.invalid(field, "people.no_time");
    }

    static String written(Instant from, Instant to) {
        return from + "/" + to;
    }
}
