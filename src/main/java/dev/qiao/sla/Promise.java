package dev.qiao.sla;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.DeckView;
import dev.qiao.base.web.Lang;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock as a page shows it: the ring, the deck span by span, and where the promise comes from.
 *
 * @param source the agreement in words, and whether its holidays are only assumed
 */
public record Promise(Metric metric, ClockView clock, DeckView deck, String source) {

    /**
     * The promise in the words of the reader.
     *
     * @param until when a waiting clock goes on, if that is known
     */
    public static Promise of(Clock clock, List<Span> spans, @Nullable Instant until, Lang lang, Instant now) {
        var ring = ring(clock, until, now);
        var deck = new DeckView(
                spans.stream().map(span -> span.shown(lang)).toList(), ring, clock.stopped() ? null : clock.dueAt());
        return new Promise(clock.metric(), ring, deck, source(clock, lang));
    }

    private static String source(Clock clock, Lang lang) {
        var due = clock.dueAt();
        var time = clock.terms().time();
        if (due == null || clock.stopped() || !time.assumed(clock.startedAt(), due))
            return lang.t("sla.source", clock.terms().name());
        var year = due.atZone(time.rules().zone()).getYear();
        return lang.t("sla.source_assumed", clock.terms().name(), Integer.toString(year));
    }

    /** The ring alone, for lists. */
    public static ClockView ring(Clock clock, @Nullable Instant until, Instant now) {
        var spent = clock.spent(now);
        if (clock.stopped()) return ClockView.stopped(clock.state(now) == State.MET, spent, clock.budget());
        if (clock.pausedAt() != null && clock.state(now) == State.PAUSED)
            return ClockView.paused(until, spent, clock.budget());
        return ClockView.running(Objects.requireNonNullElse(clock.dueAt(), now), spent, clock.budget(), now);
    }
}
