package dev.qiao.ticket.undo;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door to taking back: whoever did the last act on a ticket may, for ten minutes and as long as nothing else happened to it. The
 * ticket then stands as before, its clocks go on as if it had stood so, and both acts stay on record.
 */
@Component
public class Undos {
    private final UndoSql sql;
    private final Acting acting;

    Undos(UndoSql sql, Acting acting) {
        this.sql = sql;
        this.acting = acting;
    }

    /** What this person can take back of the ticket now. */
    public Optional<Undo> of(Ticket ticket, Me me, Instant now) {
        return sql.of(ticket.number())
                .map(UndoSql.Kept::undo)
                .filter(undo -> undo.person() == me.id())
                .filter(undo -> undo.version() == ticket.version() && now.isBefore(undo.until()));
    }

    /** Errors: nothing of this person's to take back, too late, or something else has happened since. */
    public Ticket takeBack(long number, Me me, Instant now) {
        var kept = sql.of(number)
                .filter(k -> k.undo().person() == me.id())
                .orElseThrow(() -> Refused.notFound("ticket.undo.nothing"));
        if (!now.isBefore(kept.undo().until())) {
            throw Refused.conflict("ticket.undo.too_late", Undo.WITHIN.toMinutes());
        }
        var act = kept.undo().act();
        return acting.after(number, me, now, (ticket, at) -> {
            if (ticket.version() != kept.undo().version()) throw Refused.stale("ticket.changed_meanwhile", number);
            sql.forget(number);
            var before = ticket.asBefore(kept.before().ticket(ticket), at);
            return Done.of(before, audience(act), new TicketTakenBack(act.code()));
        });
    }

    /** Who heard of the act hears of this. */
    private static Audience audience(Act act) {
        return switch (act) {
            case ACCEPTANCE, HOLD, RESUME, RESOLUTION, CLOSURE, REOPENING -> Audience.PUBLIC;
            case HAND_BACK, ASSIGNMENT, COMMENTS, INTERNAL_COMMENTS, ATTACHMENTS, EDIT, WATCHING -> Audience.INTERNAL;
            case LINKS, MERGE, SPLIT, NUDGES, CHECKLIST, EFFORT, FOLLOW_UP -> Audience.INTERNAL;
        };
    }
}
