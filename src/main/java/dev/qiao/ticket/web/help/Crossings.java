package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Crossing;
import dev.qiao.base.web.Crossing.Stop;
import dev.qiao.base.web.Page;
import dev.qiao.sla.Clock;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a ticket has come on its way over the bridge. */
final class Crossings {
    private Crossings() {}

    static Crossing of(Ticket ticket, List<Clock> clocks, Page page) {
        var times = ticket.times();
        var taken = times.acceptedAt() == null ? times.respondedAt() : times.acceptedAt();
        int here = here(ticket.stage(), taken != null);
        return new Crossing(
                List.of(
                        new Stop(page.t("ticket.help_stop.received"), page.at(times.openedAt())),
                        new Stop(
                                page.t("ticket.help_stop.taken"),
                                taken == null ? null : after(times.openedAt(), taken, page)),
                        new Stop(page.t(working(ticket.stage())), here == 2 ? page.t("base.now") : null),
                        new Stop(page.t(arrival(ticket.matter().kind())), end(ticket, clocks, page))),
                here);
    }

    /** The day is not said twice. */
    private static String after(Instant before, Instant at, Page page) {
        var zone = page.times().zone();
        boolean sameDay =
                before.atZone(zone).toLocalDate().equals(at.atZone(zone).toLocalDate());
        return sameDay ? page.times().clock(at) : page.at(at);
    }

    private static int here(Stage stage, boolean taken) {
        return switch (stage) {
            case Stage.Waiting _ -> taken ? 1 : 0;
            case Stage.Working _ -> 2;
            case Stage.OnHold _ -> taken ? 2 : 0;
            case Stage.Resolved _ -> 3;
            case Stage.Closed closed -> closed.resolution().cause() == null ? 0 : 3;
        };
    }

    private static String working(Stage stage) {
        return stage instanceof Stage.OnHold ? "ticket.help_stop.held" : "ticket.help_stop.working";
    }

    private static String arrival(Kind kind) {
        return switch (kind) {
            case INCIDENT -> "ticket.help_stop.restored";
            case REQUEST, TASK -> "ticket.help_stop.done";
            case QUESTION, COMPLAINT -> "ticket.help_stop.answered";
        };
    }

    private static @Nullable String end(Ticket ticket, List<Clock> clocks, Page page) {
        var times = ticket.times();
        if (!ticket.stage().open()) {
            Instant at = Objects.requireNonNullElse(
                    times.resolvedAt(), ticket.stage().since());
            return page.at(at);
        }
        var due = Vow.due(ticket, clocks);
        return due == null || ticket.stage() instanceof Stage.OnHold
                ? null
                : page.t("ticket.help_before", page.at(due));
    }
}
