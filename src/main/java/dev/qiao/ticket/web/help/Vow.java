package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Page;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Metric;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we promise the requester, as a moment and not as jargon; afterwards, what became of it.
 *
 * @param before what leads to it
 * @param words what counts
 * @param late whether we did not keep it
 */
public record Vow(String before, String words, boolean late) {

    static Vow of(Ticket ticket, List<Clock> clocks, Page page) {
        return switch (ticket.stage()) {
            case Stage.Waiting _, Stage.Working _ -> owed(ticket, clocks, page);
            case Stage.OnHold hold -> held(hold, page);
            case Stage.Resolved _ -> kept(ticket, clocks, page);
            case Stage.Closed closed
            when closed.resolution().code() == Outcome.CANCELLED -> said(page, "cancelled", page.exact(closed.since()));
            case Stage.Closed _ -> kept(ticket, clocks, page);
        };
    }

    private static Vow owed(Ticket ticket, List<Clock> clocks, Page page) {
        var due = due(ticket, clocks);
        if (due == null)
            return said(
                    page,
                    "none",
                    page.t("ticket.help_stage." + ticket.stage().name().code()));
        var kind = ticket.matter().kind().code();
        var promise = page.t("ticket.help_by." + kind, page.exact(due));
        return page.now().isAfter(due)
                ? new Vow(page.t("ticket.help_vow.broken", promise), late(page.now(), due, page), true)
                : said(page, "owed", promise);
    }

    private static Vow held(Stage.OnHold hold, Page page) {
        var before = page.t("ticket.help_vow.held." + hold.waitsFor().code());
        var words = hold.until() == null
                ? page.t("ticket.help_paused")
                : page.t("ticket.help_goes_on." + hold.waitsFor().code(), page.exact(hold.until()));
        return new Vow(before, words, false);
    }

    private static Vow kept(Ticket ticket, List<Clock> clocks, Page page) {
        var at = ticket.times().resolvedAt();
        var solved = page.exact(at == null ? ticket.stage().since() : at);
        var due = due(ticket, clocks);
        if (at == null || due == null) return said(page, "ended", page.t("ticket.help_solved", solved));
        return at.isAfter(due)
                ? new Vow(
                        page.t("ticket.help_vow.ended_late", late(at, due, page)),
                        page.t("ticket.help_solved", solved),
                        true)
                : said(page, "ended_kept", page.t("ticket.help_solved", solved));
    }

    /** When the solution is due; as long as nothing is known of that, the nearest promise. */
    static @Nullable Instant due(Ticket ticket, List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.metric() == Metric.RESOLUTION)
                .findFirst()
                .map(Clock::dueAt)
                .orElse(ticket.times().dueAt());
    }

    private static String late(Instant at, Instant due, Page page) {
        return page.t("ticket.help_late", page.duration(Duration.between(due, at)));
    }

    private static Vow said(Page page, String key, String words) {
        return new Vow(page.t("ticket.help_vow." + key), words, false);
    }
}
