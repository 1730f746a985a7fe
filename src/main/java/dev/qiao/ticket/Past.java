package dev.qiao.ticket;

import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.Histories.History;

import dev.qiao.ticket.Stage.HoldFor;

import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Assignments.Assignment;
import dev.qiao.ticket.Histories.History.Seen;
import dev.qiao.ticket.TicketFact.Edit;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
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

/**
 * A past lived again on a ticket, by the same acts as the present. What the table of acts does not allow is done all the same, and
 * said to have strayed: an import may pass a rule, never lose a step.
 */
final class Past {
    /** What was said at one moment, under the version that it made. */
    record Moment(Instant at, long by, int version, List<Said> said, @Nullable String reason) {}

    /** A change of the ticket, for its promises. */
    record Change(Ticket before, Ticket after, Instant at) {}

    /** A step between two stages, in the other system's words too. */
    record Passage(Instant at, Stage.Name from, Stage.Name to, String fromWord, String toWord, boolean strayed) {}

    /** All that came of it. */
    record Lived(
            Ticket opened,
            Ticket ticket,
            List<Moment> moments,
            List<Change> changes,
            List<Assignment> assignments,
            List<Passage> passages) {}

    private final History history;
    private final Ticket opened;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private Ticket ticket;
    private List<Said> said = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable String word;
    private Instant at;
    private Ticket told;
    private int version = 1;

    private Past(History history, long number) {
        this.history = history;
        this.at = history.openedAt();
        var first = history.seen().getFirst();
        opened = new Ticket(
                number,
                1,
                about(history.matter(), first),
                first.weight(),
                Place.NOWHERE,
                new Stage.Waiting(at),
                Times.opened(at),
                Ticket.Tally.NONE);
        ticket = opened;
        told = opened;
    }

    /** Lives it under this number. */
    static Lived lived(History history, long number) {
        var past = new Past(history, number);
        history.seen().forEach(past::live);
        return new Lived(past.opened, past.end(), past.moments, past.changes, past.assignments, past.passages);
    }

    private void live(Seen seen) {
        var before = ticket;
        boolean first = seen == history.seen().getFirst();
        said = new ArrayList<>();
        reason = null;
        move(seen);
        place(seen, first);
        edit(seen);
        int strays = said.size();
        walk(seen);
        boolean strayed = said.stream().skip(strays).anyMatch(s -> s.fact() instanceof TicketStrayed);
        settle(seen);
        passed(before, seen, strayed);
        if (said.isEmpty()) return;
        version++;
        moments.add(new Moment(at, seen.by(), version, List.copyOf(said), reason));
        tell();
        assigned(before, seen);
    }

    private void tell() {
        changes.add(new Change(told, ticket, at));
        told = ticket;
    }

    /** Time only goes on: what is told of an earlier moment happened no earlier than what was told before it. */
    private void move(Seen seen) {
        if (seen.at().isBefore(at)) {
            boolean first = seen.at().isBefore(history.openedAt());
            stray("time", first ? "ticket.strayed_before_opening" : "ticket.strayed_out_of_order", seen.at().toString());
        } else {
            at = seen.at();
        }
        ticket = ticket.touched(at);
    }

    /** Work changes hands in any stage and goes on where it stood; only another team is a hand-over. */
    private void place(Seen seen, boolean first) {
        var from = ticket.place();
        if (from.sameAs(seen.team(), person(seen))) return;
        var to = from.to(seen.team(), person(seen));
        boolean handedOver = !first && !Objects.equals(from.team(), to.team());
        ticket = with(to, handedOver ? 1 : 0);
        say(Audience.INTERNAL, handedOver
                ? new TicketHandedOver(from.team(), from.person(), to.team(), to.person())
                : new TicketAssigned(to.team(), to.person(), from.person(), null));
        takenUpBy(to.person());
    }

    /** Who works on it must be somebody: who was named last, else the one who stands for nobody. */
    private @Nullable Long person(Seen seen) {
        if (seen.person() != null || !(ticket.stage() instanceof Stage.Working w)) return seen.person();
        return w.engineer();
    }

    private void edit(Seen seen) {
        var edits = new ArrayList<Edit>();
        var m = ticket.matter();
        var w = ticket.weight();
        if (!Objects.equals(m.category(), seen.category())) edits.add(edit("category", m.category(), seen.category()));
        if (m.requester() != seen.requester()) edits.add(edit("requester", m.requester(), seen.requester()));
        if (w.impact() != seen.weight().impact()) edits.add(edit("impact", w.impact().code(), seen.weight().impact().code()));
        if (w.urgency() != seen.weight().urgency()) edits.add(edit("urgency", w.urgency().code(), seen.weight().urgency().code()));
        if (w.priority() != seen.weight().priority()) edits.add(edit("priority", w.priority().code(), seen.weight().priority().code()));
        if (edits.isEmpty()) return;
        ticket = ticket.about(about(m, seen), seen.weight(), at);
        say(Audience.PUBLIC, new TicketEdited(edits));
    }

    private static Matter about(Matter m, Seen seen) {
        return new Matter(
                m.kind(),
                m.title(),
                m.description(),
                seen.category(),
                m.service(),
                m.organization(),
                seen.requester(),
                m.reporter(),
                m.source(),
                m.startedAt(),
                m.tags(),
                m.restricted(),
                m.vip());
    }

    private static Edit edit(String field, @Nullable Object before, @Nullable Object after) {
        return new Edit(field, before == null ? null : before.toString(), after == null ? null : after.toString());
    }

    private void walk(Seen seen) {
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
            say(Audience.INTERNAL, new TicketHandedBack(w.engineer(), ticket.place().team()));
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
                if (ticket.stage() instanceof Stage.Waiting) {
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
        ticket = ticket.at(new Stage.Resolved(before.engineer(), resolution, null, at)).with(ticket.times().resolved(at, at));
        stray("resolution", "ticket.strayed_resolved_again", seen.word());
        resolved(resolution);
    }

    private void resolved(Resolution resolution) {
        if (!resolution.solution().isEmpty()) reason = resolution.solution();
        say(Audience.PUBLIC, new TicketResolved(
                resolution.code(), resolution.cause(), resolution.restoredAt(), ticket.stage().owner()));
    }

    /** What the other system does not say to be restored at a moment is not known to be. */
    private Resolution resolution(Seen seen) {
        var ended = seen.resolution();
        long by = Objects.requireNonNullElse(
                ended.by(), Objects.requireNonNullElse(seen.person(), history.nobody()));
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
                ticket = ticket.at(new Stage.Closed(ticket.stage().owner(), resolution(seen), at)).with(ticket.times().closed(at));
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
            ticket = ticket.at(new Stage.Resolved(c.engineer(), c.resolution(), null, at)).reopen(at);
            stray("reopening", "ticket.strayed_late_reopening", null);
        }
        takenUpBy(seen.person());
        say(Audience.PUBLIC, new TicketReopened(ticket.stage().owner(), ticket.place().team()));
        tell();
    }

    private void resume(Seen seen) {
        ticket = ticket.resume(at);
        takenUpBy(seen.person());
        say(Audience.PUBLIC, new TicketResumed("person", ticket.stage().owner()));
    }

    private void takenUpBy(@Nullable Long person) {
        if (person != null && ticket.stage() instanceof Stage.Working w) ticket = ticket.at(new Stage.Working(person, w.since()));
    }

    /** The acts place a ticket too; in the end it is where the other system has it, or with the one who works on it. */
    private void settle(Seen seen) {
        var person = ticket.stage() instanceof Stage.Working w ? Long.valueOf(w.engineer()) : seen.person();
        if (!ticket.place().sameAs(seen.team(), person)) ticket = with(ticket.place().to(seen.team(), person), 0);
    }

    private void passed(Ticket before, Seen seen, boolean strayed) {
        var to = seen.stage();
        if (to == null) return;
        if (word != null && !word.equals(seen.word())) {
            passages.add(new Passage(at, before.stage().name(), to, word, seen.word(), strayed));
        }
        word = seen.word();
    }

    private void assigned(Ticket before, Seen seen) {
        var place = ticket.place();
        if (place.revision() == before.place().revision()) return;
        if (!assignments.isEmpty() && assignments.getLast().until() == null) {
            assignments.set(assignments.size() - 1, assignments.getLast().ended(at));
        }
        if (place.team() == null && place.person() == null) return;
        assignments.add(new Assignment(ticket.number(), place.team(), place.person(), at, null, seen.by()));
    }

    private Ticket end() {
        var t = ticket;
        return new Ticket(t.number(), version, t.matter(), t.weight(), t.place(), t.stage(), t.times(), t.tally());
    }

    private Ticket with(Place place, int handedOver) {
        var t = ticket;
        var tally = new Ticket.Tally(t.tally().reopened(), t.tally().handedOver() + handedOver, t.tally().comments());
        return new Ticket(t.number(), t.version(), t.matter(), t.weight(), place, t.stage(), t.times(), tally);
    }

    private void say(Audience audience, TicketFact fact) {
        said.add(new Said(audience, fact));
    }

    private void stray(String act, String why, @Nullable String source) {
        say(Audience.INTERNAL, new TicketStrayed(act, why, source));
    }
}
