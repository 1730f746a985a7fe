package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Markdown;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketAttached;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketStrayed;
import dev.qiao.ticket.TicketFact.TicketUnwatched;
import dev.qiao.ticket.TicketFact.TicketWatched;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.web.Faces;
import dev.qiao.ticket.web.Utterance;
import dev.qiao.ticket.web.Utterance.Say;
import dev.qiao.ticket.web.Utterance.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the requester what was done, in their words. */
final class Told {
    private Told() {}

    /** Nothing for what they need not know; the solution is a step and a word of who found it. */
    static List<Utterance> of(Event event, Faces.Album album, Page page) {
        var fact = TicketFact.of(event.entry()).orElse(null);
        return switch (fact) {
            case TicketAccepted _ -> List.of(step(event, "m-working", "accepted", album, page));
            case TicketHeld h ->
                List.of(step(event, "m-hold", "held." + h.waitsFor().code(), album, page));
            case TicketResumed r -> List.of(step(event, "m-working", "resumed." + r.by(), album, page));
            case TicketResolved _ -> solved(event, album, page);
            case TicketClosed c -> List.of(step(event, "m-closed", "closed." + c.by(), album, page));
            case TicketCancelled _ -> List.of(step(event, "m-closed", "cancelled", album, page));
            case TicketReopened _ -> List.of(step(event, "m-working", "reopened", album, page));
            case TicketFact.TicketTakenBack(var taken) when taken.equals("answers") -> List.of();
            case TicketFact.TicketTakenBack t ->
                List.of(step(event, "m-working", "taken_back." + t.taken(), album, page));
            case TicketFact.TicketNudged _ -> List.of(step(event, "bell-ring", "nudged", album, page));
            case null -> List.of();
            case TicketOpened _, TicketAssigned _, TicketHandedOver _, TicketHandedBack _, TicketEdited _ -> List.of();
            case TicketCommented _, TicketAttached _, TicketWatched _, TicketUnwatched _ -> List.of();
            case TicketStrayed _, TicketWentLive _, TicketFact.Handled _ -> List.of();
        };
    }

    private static List<Utterance> solved(Event event, Faces.Album album, Page page) {
        var step = step(event, null, "m-resolved", "resolved", album, page);
        var solution = event.reason();
        if (solution == null) return List.of(step);
        var entry = event.entry();
        return List.of(
                step,
                new Say(
                        -entry.id(),
                        album.of(entry.actor()),
                        entry.at(),
                        false,
                        Markdown.html(solution),
                        null,
                        List.of()));
    }

    private static Step step(Event event, String icon, String key, Faces.Album album, Page page) {
        return step(event, event.reason(), icon, key, album, page);
    }

    private static Step step(
            Event event, @Nullable String reason, String icon, String key, Faces.Album album, Page page) {
        var by = event.entry().actor();
        var actor = by == 0 ? null : by == page.reader().id() ? page.t("ticket.help_you") : album.name(by);
        var words = page.t("ticket.help_told." + key);
        return new Step(
                event.entry().at(), icon, actor, reason == null ? words : page.t("ticket.help_because", words, reason));
    }
}
