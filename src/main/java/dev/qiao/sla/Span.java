package dev.qiao.sla;

import dev.qiao.base.web.DeckView;
import dev.qiao.base.web.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A piece of a clock's life, why it counts or not, and why it began.
 *
 * @param work the working time in it that counts
 * @param reasonKey a message with {@code arguments}
 * @param began in the order in which it happened; empty where the calendar stops counting, or the reason says it
 */
public record Span(
        Instant from,
        Instant to,
        boolean counted,
        Duration work,
        String reasonKey,
        List<String> arguments,
        List<Began> began) {
    /** As a page draws it, in the words of its reader. */
    public DeckView.Span shown(Lang lang) {
        return new DeckView.Span(from, to, counted, work, lang.t(reasonKey, arguments), Began.words(began, lang));
    }
}
