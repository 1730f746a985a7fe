package dev.qiao.ticket;

import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Assignments.Assignment;
import dev.qiao.ticket.Histories.History;
import dev.qiao.ticket.Histories.History.Seen;
import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.TicketFact.Edit;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
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
    record Moment(
            Instant at,
            long by,
            int version,
            List<Said> said,
            @Nullable String reason) {}

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
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Course course;
    private @Nullable String word;
    private int version = 1;

    private Past(History history, long number) {
        this.history = history;
        var first = history.seen().getFirst();
        opened = new Ticket(
                number,
                1,
                about(history.matter(), first),
                first.weight(),
                Place.NOWHERE,
                new Stage.Waiting(history.openedAt()),
                Times.opened(history.openedAt()),
                Ticket.Tally.NONE);
        course = new Course(history, opened);
    }

    /** Lives it under this number. */
    static Lived lived(History history, long number) {
        var past = new Past(history, number);
        history.seen().forEach(past::live);
        return new Lived(past.opened, past.end(), past.moments, past.course.changes(), past.assignments, past.passages);
    }

    @SuppressWarnings("ReferenceEquality") // two moments may be equal, only one is the first
    private void live(Seen seen) {
        var before = course.ticket;
        boolean first = seen == history.seen().getFirst();
        course.begin();
        move(seen);
        int late = course.strays();
        place(seen, first);
        edit(seen);
        course.walk(seen);
        settle(seen);
        passed(before, seen, course.strays() > late);
        if (course.said().isEmpty()) return;
        version++;
        moments.add(new Moment(course.at, seen.by(), version, List.copyOf(course.said()), course.reason()));
        course.tell();
        assigned(before, seen);
    }

    /** Time only goes on: what is told of an earlier moment happened no earlier than what was told before it. */
    private void move(Seen seen) {
        if (seen.at().isBefore(course.at)) {
            boolean first = seen.at().isBefore(history.openedAt());
            course.stray(
                    "time",
                    first ? "ticket.strayed_before_opening" : "ticket.strayed_out_of_order",
                    seen.at().toString());
        } else {
            course.at = seen.at();
        }
        course.ticket = course.ticket.touched(course.at);
    }

    /** Work changes hands in any stage and goes on where it stood; only another team is a hand-over. */
    private void place(Seen seen, boolean first) {
        var from = course.ticket.place();
        if (from.sameAs(seen.team(), person(seen))) return;
        var to = from.to(seen.team(), person(seen));
        boolean handedOver = !first && !Objects.equals(from.team(), to.team());
        course.ticket = with(to, handedOver ? 1 : 0);
        course.say(
                Audience.INTERNAL,
                handedOver
                        ? new TicketHandedOver(from.team(), from.person(), to.team(), to.person())
                        : new TicketAssigned(to.team(), to.person(), from.person(), null));
        course.takenUpBy(to.person());
    }

    /** Who works on it must be somebody: who was named last, else the one who stands for nobody. */
    private @Nullable Long person(Seen seen) {
        if (seen.person() != null || !(course.ticket.stage() instanceof Stage.Working w)) return seen.person();
        return w.engineer();
    }

    private void edit(Seen seen) {
        var edits = new ArrayList<Edit>();
        var m = course.ticket.matter();
        var w = course.ticket.weight();
        if (!Objects.equals(m.category(), seen.category())) edits.add(edit("category", m.category(), seen.category()));
        if (m.requester() != seen.requester()) edits.add(edit("requester", m.requester(), seen.requester()));
        if (w.impact() != seen.weight().impact())
            edits.add(edit("impact", w.impact().code(), seen.weight().impact().code()));
        if (w.urgency() != seen.weight().urgency())
            edits.add(
                    edit("urgency", w.urgency().code(), seen.weight().urgency().code()));
        if (w.priority() != seen.weight().priority())
            edits.add(edit(
                    "priority", w.priority().code(), seen.weight().priority().code()));
        if (edits.isEmpty()) return;
        course.ticket = course.ticket.about(about(m, seen), seen.weight(), course.at);
        course.say(Audience.PUBLIC, new TicketEdited(edits));
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

    /** The acts place a ticket too; in the end it is where the other system has it, or with the one who works on it. */
    private void settle(Seen seen) {
        var person = course.ticket.stage() instanceof Stage.Working w ? Long.valueOf(w.engineer()) : seen.person();
        if (!course.ticket.place().sameAs(seen.team(), person))
            course.ticket = with(course.ticket.place().to(seen.team(), person), 0);
    }

    private void passed(Ticket before, Seen seen, boolean strayed) {
        var to = seen.stage();
        if (to == null) return;
        if (word != null && !word.equals(seen.word())) {
            passages.add(new Passage(course.at, before.stage().name(), to, word, seen.word(), strayed));
        }
        word = seen.word();
    }

    private void assigned(Ticket before, Seen seen) {
        var place = course.ticket.place();
        if (place.revision() == before.place().revision()) return;
        if (!assignments.isEmpty() && assignments.getLast().until() == null) {
            assignments.set(assignments.size() - 1, assignments.getLast().ended(course.at));
        }
        if (place.team() == null && place.person() == null) return;
        assignments.add(
                new Assignment(course.ticket.number(), place.team(), place.person(), course.at, null, seen.by()));
    }

    private Ticket end() {
        var t = course.ticket;
        return new Ticket(t.number(), version, t.matter(), t.weight(), t.place(), t.stage(), t.times(), t.tally());
    }

    private Ticket with(Place place, int handedOver) {
        var t = course.ticket;
        var tally = new Ticket.Tally(
                t.tally().reopened(),
                t.tally().handedOver() + handedOver,
                t.tally().comments());
        return new Ticket(t.number(), t.version(), t.matter(), t.weight(), place, t.stage(), t.times(), tally);
    }
}
