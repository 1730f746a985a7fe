package dev.qiao.sla;

import dev.qiao.calendar.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time in which nothing happened to a promise: the same terms held, and it ran, waited, or was fulfilled. */
record Stretch(
        Instant from, Instant to, Terms terms, boolean counted, Duration work, String reasonKey, List<Began> began) {
    private static final int MOST_PIECES = 12;

    static Stretch lived(
            Instant from, Instant to, Terms terms, @Nullable String hold, boolean waiting, List<Began> began) {
        if (waiting) return new Stretch(from, to, terms, false, Duration.ZERO, "sla.span_hold_" + hold, began);
        return new Stretch(from, to, terms, true, terms.time().between(from, to), "sla.span_counted", began);
    }

    static Stretch stopped(Instant from, Instant to, Terms terms) {
        return new Stretch(from, to, terms, false, Duration.ZERO, "sla.span_stopped", List.of());
    }

    /** Cut into what the calendar counts and what not; a long one is told in one sentence. */
    List<Span> spans() {
        if (!counted) return List.of(new Span(from, to, false, work, reasonKey, List.of(), began));
        var pieces = terms.time().pieces(from, to);
        if (pieces.size() > MOST_PIECES) {
            return List.of(new Span(from, to, true, work, "sla.span_worked", List.of(terms.calendar()), began));
        }
        return pieces.stream()
                .map(p -> new Span(
                        p.from(),
                        p.to(),
                        p.counted(),
                        p.counted() ? p.length() : Duration.ZERO,
                        p.counted() ? reasonKey : p.reasonKey(),
                        List.of(),
                        why(p)))
                .toList();
    }

    private List<Began> why(Piece piece) {
        if (piece.from().equals(from)) return began;
        return piece.counted() ? List.of(new Began.Working()) : List.of();
    }
}
