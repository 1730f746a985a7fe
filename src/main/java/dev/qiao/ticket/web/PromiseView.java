package dev.qiao.ticket.web;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.DeckView;
import org.jspecify.annotations.Nullable;

/**
 * A promise of a ticket and why it stands as it does.
 *
 * @param metric code: response, resolution
 * @param deck span by span; null for one that needs no explanation
 * @param agreement where it comes from, in words
 */
public record PromiseView(
        String metric,
        ClockView clock,
        @Nullable DeckView deck,
        @Nullable String agreement) {}
