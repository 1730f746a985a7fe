package dev.qiao.ticket;

import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Histories.History;
import dev.qiao.ticket.Histories.History.Seen;
import dev.qiao.ticket.Past.Change;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketStrayed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings a ticket to where another system says that it is, by the acts of the table as far as they lead there. */
final class Course {
    private final History history;
    private final List<Change> changes = new ArrayList<>();
    private List<Said> said = new ArrayList<>();
    private @Nullable String reason;
    private Ticket told;
    Ticket ticket;
    Instant at;

    Course(History history, Ticket opened) {
        this.history = history;
        this.at = history.openedAt();
        this.ticket = opened;
        this.told = opened;
    }

    /** Another update begins. */
    void begin() {
        said = new ArrayList<>();
        reason = null;
    }

    List<Said> said() {
        return said;
    }

    /** Why the last act was done, in the other system's words. */
    @Nullable
    String reason() {
        return reason;
    }

    List<Change> changes() {
        return changes;
    }

    /** How often the table of acts did not lead there. */
    int strays() {
        return (int)
                said.stream().filter(s -> s.fact() instanceof TicketStrayed).count();
    }

    void walk(Seen seen) {
        var to = seen.stage();
        if (to == null) {
            stray("stage", "ticket.strayed_no_stage", seen.word());
            return;
        }
        switch (to) {
            case WAITING -> toWaiting(seen);
            case WORKING -> toWorking(seen);
            case ON_HOLD -> toOnHold(seen);
            case RESOLVED -> toResolved(seen);
            case CLOSED -> toClosed(seen);
        }
    }

    private void toWaiting(Seen seen) {
        backToOpen(seen);
        if (ticket.stage() instanceof Stage.OnHold) resume(seen);
        if (ticket.stage() instanceof Stage.Working w) {
            ticket = ticket.handBack(at);
            say(
                    Audience.INTERNAL,
                    new TicketHandedBack(w.engineer(), ticket.place().team()));
        }
    }

    private void toWorking(Seen seen) {
        backToOpen(seen);
        if (ticket.stage() instanceof Stage.OnHold) resume(seen);
        if (ticket.stage() instanceof Stage.Waiting) accept(seen, seen.person());
    }

    private void accept(Seen seen, @Nullable Long engineer) {
        long by = Objects.requireNonNullElse(engineer, history.nobody());
        var team = ticket.place().team();
        ticket = ticket.accept(by, at);
        say(Audience.PUBLIC, new TicketAccepted(by, team));
        if (engineer == null) stray("acceptance", "ticket.strayed_by_nobody", seen.word());
    }

    private void toOnHold(Seen seen) {
        backToOpen(seen);
        var waitsFor = Objects.requireNonNullElse(seen.waitsFor(), HoldFor.OTHER);
        if (ticket.stage() instanceof Stage.OnHold h) {
            if (h.waitsFor() == waitsFor && h.reason().equals(seen.word())) return;
            resume(seen);
            tell();
        }
        ticket = ticket.hold(waitsFor, seen.word(), null, at);
        reason = seen.word();
        say(Audience.PUBLIC, new TicketHeld(waitsFor, null));
    }

    private void toResolved(Seen seen) {
        switch (ticket.stage()) {
            case Stage.Resolved r -> {
                if (seen.at().equals(history.said().resolvedAt()) && !r.since().equals(at)) resolveAgain(r, seen);
            }
            case Stage.Closed c -> {
                ticket = ticket.at(new Stage.Resolved(c.engineer(), c.resolution(), null, at));
                stray("resolution", "ticket.strayed_after_closing", seen.word());
            }
            case Stage.Waiting _, Stage.Working _, Stage.OnHold _ -> {
                var resolution = resolution(seen);
                if (ticket.stage().owner() == null) {
                    if (ticket.stage() instanceof Stage.OnHold) ticket = ticket.resume(at);
                    accept(seen, seen.person() == null ? seen.resolution().by() : seen.person());
                }
                ticket = ticket.resolve(resolution, null, at);
                resolved(resolution);
            }
        }
    }

    /** It was said to be resolved, and later to have been resolved only then. */
    private void resolveAgain(Stage.Resolved before, Seen seen) {
        var resolution = resolution(seen);
        ticket = ticket.at(new Stage.Resolved(before.engineer(), resolution, null, at))
                .with(ticket.times().resolved(at, at));
        stray("resolution", "ticket.strayed_resolved_again", seen.word());
        resolved(resolution);
    }

    private void resolved(Resolution resolution) {
        if (!resolution.solution().isEmpty()) reason = resolution.solution();
        say(
                Audience.PUBLIC,
                new TicketResolved(
                        resolution.code(),
                        resolution.cause(),
                        resolution.restoredAt(),
                        ticket.stage().owner()));
    }

    /** What the other system does not say to be restored at a moment is not known to be. */
    private Resolution resolution(Seen seen) {
        var ended = seen.resolution();
        long by = Objects.requireNonNullElse(ended.by(), Objects.requireNonNullElse(seen.person(), history.nobody()));
        var stated = history.said().resolvedAt();
        return new Resolution(ended.code(), ended.cause(), ended.solution(), stated == null ? null : at, by, at);
    }

    private void toClosed(Seen seen) {
        switch (ticket.stage()) {
            case Stage.Closed _ -> {}
            case Stage.Resolved _ -> {
                ticket = ticket.close(at);
                say(Audience.PUBLIC, new TicketClosed("desk"));
            }
            case Stage.Waiting _, Stage.Working _, Stage.OnHold _ -> {
                var stage = ticket.stage().name();
                ticket = ticket.at(new Stage.Closed(ticket.stage().owner(), resolution(seen), at))
                        .with(ticket.times().closed(at));
                stray("closure", "ticket.strayed_closed_unresolved", stage.code());
                say(Audience.PUBLIC, new TicketClosed("desk"));
            }
        }
    }

    /** Opens it again where it had ended, also when that was too long ago. */
    private void backToOpen(Seen seen) {
        if (ticket.stage().open()) return;
        try {
            ticket = ticket.reopen(at);
        } catch (Refused late) {
            var ended = ticket.stage();
            if (!(ended instanceof Stage.Closed c)) throw late;
            ticket = ticket.at(new Stage.Resolved(c.engineer(), c.resolution(), null, at))
                    .reopen(at);
            stray("reopening", "ticket.strayed_late_reopening", null);
        }
        takenUpBy(seen.person());
        say(
                Audience.PUBLIC,
                new TicketReopened(ticket.stage().owner(), ticket.place().team()));
        tell();
    }

    private void resume(Seen seen) {
        ticket = ticket.resume(at);
        takenUpBy(seen.person());
        say(Audience.PUBLIC, new TicketResumed("person", ticket.stage().owner()));
    }

    void takenUpBy(@Nullable Long person) {
        if (person != null && ticket.stage() instanceof Stage.Working w)
            ticket = ticket.at(new Stage.Working(person, w.since()));
    }

    void tell() {
        changes.add(new Change(told, ticket, at));
        told = ticket;
    }

    void say(Audience audience, TicketFact fact) {
        said.add(new Said(audience, fact));
    }

    void stray(String act, String why, @Nullable String source) {
        say(Audience.INTERNAL, new TicketStrayed(act, why, source));
    }
}
