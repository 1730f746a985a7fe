package dev.qiao.ticket.shift;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.shift.ShiftFact.ShiftHandedOver;
import dev.qiao.ticket.shift.ShiftFact.ShiftTakenOver;
import dev.qiao.ticket.shift.ShiftNote.Matters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Handing over at the end of a shift 交接班: prepared by the desk, worded by who leaves, taken over by who comes. */
@Component
public class ShiftNotes {
    /** The kind of subject under which the journal knows shifts; its number is that of the team. */
    public static final String KIND = "shift";

    private static final Duration NEAR = Duration.ofHours(4);
    private static final Duration RETURNS = Duration.ofHours(24);
    private static final int MOST = 200;
    private static final int HISTORY = 30;
    private static final int LONGEST = 5_000;

    private final Db db;
    private final ShiftSql sql;
    private final Queue queue;
    private final Teams teams;
    private final Journal journal;

    ShiftNotes(Db db, ShiftSql sql, Queue queue, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.queue = queue;
        this.teams = teams;
        this.journal = journal;
    }

    /** Whether this person reads what the team hands over. */
    public boolean reads(Team team, Me me) {
        return me.may(Permission.TICKET_WORK) && (me.in(team.id()) || me.may(Permission.TICKET_SEE_ALL));
    }

    /** What is to be handed over now, as far as the reader sees it. Errors: not found, also for what is not theirs to read. */
    public Handing prepare(long team, Me me, Instant now) {
        mustRead(team, me);
        var open =
                queue.list(Filter.of(View.OPEN).team(team), null, MOST, me, now).items();
        return new Handing(
                open,
                open.stream().filter(t -> risky(t, now)).toList(),
                open.stream().filter(ShiftNotes::watched).toList(),
                open.stream().filter(t -> returns(t, now)).toList(),
                sql.words(Handing.numbers(open)));
    }

    /** The newest first. */
    public List<ShiftNote> history(long team, Me me) {
        mustRead(team, me);
        return sql.of(team, HISTORY);
    }

    /** A member leaves this to the next shift. */
    public ShiftNote write(long team, String words, Me me, Instant now) {
        mustWork(team, me);
        var said = words.strip();
        if (said.length() > LONGEST) throw Refused.invalid("words", "ticket.text_too_long", said.length(), LONGEST);
        var handing = prepare(team, me, now);
        var matters = new Matters(
                Handing.numbers(handing.open()),
                Handing.numbers(handing.risky()),
                Handing.numbers(handing.watched()),
                Handing.numbers(handing.returning()));
        return db.transact(() -> {
            long id = sql.insert(team, said, matters, me.id(), now);
            var facts = new ShiftHandedOver(
                    id, matters.open().size(), matters.risky().size());
            tell(team, facts, me, now);
            return new ShiftNote(id, team, said, me.id(), now, matters, null, null);
        });
    }

    /** Another member takes it over. Errors: conflict, when somebody has, or by whoever wrote it. */
    public ShiftNote take(long team, long id, Me me, Instant now) {
        mustWork(team, me);
        return db.transact(() -> {
            var note = sql.lock(team, id).orElseThrow(() -> Refused.notFound("ticket.no_shift"));
            if (note.writtenBy() == me.id()) throw Refused.conflict("ticket.shift_own");
            if (note.takenBy() != null) throw Refused.conflict("ticket.shift_taken");
            sql.take(id, me.id(), now);
            tell(team, new ShiftTakenOver(id, note.writtenBy()), me, now);
            return new ShiftNote(
                    id, team, note.words(), note.writtenBy(), note.writtenAt(), note.matters(), me.id(), now);
        });
    }

    private static boolean risky(Ticket ticket, Instant now) {
        var due = ticket.times().dueAt();
        return due != null && due.isBefore(now.plus(NEAR));
    }

    private static boolean watched(Ticket ticket) {
        return ticket.weight().priority() == Priority.URGENT
                || (ticket.stage() instanceof Stage.Waiting && ticket.place().person() == null);
    }

    private static boolean returns(Ticket ticket, Instant now) {
        return ticket.stage() instanceof Stage.OnHold hold
                && hold.until() != null
                && hold.until().isBefore(now.plus(RETURNS));
    }

    private Team mustRead(long team, Me me) {
        return teams.find(team).filter(t -> reads(t, me)).orElseThrow(() -> Refused.notFound("people.no_team"));
    }

    private void mustWork(long team, Me me) {
        mustRead(team, me);
        if (!me.in(team)) throw Refused.forbidden("ticket.shift_of_others");
    }

    private void tell(long team, ShiftFact facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), KIND, team, 0, me.id(), Audience.INTERNAL, facts));
    }
}
