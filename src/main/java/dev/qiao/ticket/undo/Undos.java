package dev.qiao.ticket.undo;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.undo.Undo.Along;
import dev.qiao.ticket.undo.UndoSql.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The door to taking back: whoever did the last act on a ticket may, for ten minutes and as long as nothing else happened to it: that its
 * requester rated the solution counts, too. The
 * ticket then stands as before (with its team, where whoever had it has left), its clocks go on as if it had stood so, and both acts
 * stay on record. What was one act is taken back as one: all that a macro did, what stands beside the ticket and was changed with it,
 * and with a parent the children that were resolved with it.
 */
@Component
public class Undos {
    private final Db db;
    private final UndoSql sql;
    private final WayBack wayBack;
    private final Acting acting;
    private final Tickets tickets;
    private final Editing editing;
    private final ObjectProvider<Account> accounts;

    Undos(
            Db db,
            UndoSql sql,
            WayBack wayBack,
            Acting acting,
            Tickets tickets,
            Editing editing,
            ObjectProvider<Account> accounts) {
        this.db = db;
        this.sql = sql;
        this.wayBack = wayBack;
        this.acting = acting;
        this.tickets = tickets;
        this.editing = editing;
        this.accounts = accounts;
    }

    /**
     * What came of it.
     *
     * @param along the other tickets that stand as before
     * @param left those that do not, because something happened to them since
     * @param stays what was done to the ticket and cannot be taken back
     * @param gone whether the ticket did not go back to who had it, because they have left
     */
    public record Back(Ticket ticket, List<Long> along, List<Long> left, List<Deed> stays, boolean gone) {}

    /** What this person can take back of the ticket now. */
    public Optional<Undo> of(Ticket ticket, Me me, Instant now) {
        return sql.of(ticket.number())
                .filter(kept -> kept.undo().person() == me.id())
                .filter(kept -> kept.undo().version() == ticket.version()
                        && now.isBefore(kept.undo().until()))
                .filter(kept -> stands(ticket, kept))
                .map(Kept::undo);
    }

    private boolean stands(Ticket ticket, Kept kept) {
        try {
            wayBack.check(ticket, kept.before().ticket(ticket, false));
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    /** Several acts on one ticket were one. It belongs into their transaction. */
    public void together(Ticket before, Ticket after, List<Deed> deeds, Me me, Instant now) {
        Parts.acts(deeds).stream()
                .findFirst()
                .ifPresent(last -> sql.keep(after.number(), last, deeds, Before.of(before), after.version(), me, now));
    }

    /**
     * Does what changes a ticket and what stands beside it as one act, which is taken back as one. It belongs into a transaction.
     * Errors: not to be seen, and what it refuses.
     */
    public Ticket whole(long number, Act act, Me me, Instant now, Supplier<Ticket> change) {
        acting.hold(List.of(number), me);
        var ticket = tickets.find(number, me);
        var before = wayBack.look(ticket);
        var after = change.get();
        if (after.version() != ticket.version() && !me.machine()) {
            sql.keep(number, act, List.of(), before, after.version(), me, now);
        }
        return after;
    }

    /** The same act was done to other tickets, too. */
    public void along(long number, List<Along> others, Me me) {
        if (!others.isEmpty()) sql.along(number, others, me);
    }

    /** Errors: nothing of this person's to take back, too late, or something else has happened since. */
    public Back takeBack(long number, Me me, Instant now) {
        var kept = own(number, me, now);
        var ticket = back(kept, me, now);
        var stays = new ArrayList<>(Parts.said(kept.undo().deeds()));
        for (var deed : kept.undo().deeds()) if (!followed(deed, number, me, now)) stays.add(deed);
        var along = new ArrayList<Long>();
        var left = new ArrayList<Long>();
        for (var other : kept.undo().along()) (stood(other, me, now) ? along : left).add(other.number());
        var had = kept.before().place().person();
        boolean gone = had != null && !had.equals(ticket.place().person());
        return new Back(ticket, List.copyOf(along), List.copyOf(left), List.copyOf(stays), gone);
    }

    /** How a ticket stood before a deed of many, where the deed's effect is in the ticket itself. */
    public static Optional<Before> stood(Ticket before, Deed deed) {
        return Parts.act(deed).map(_ -> Before.of(before));
    }

    /**
     * Takes back one deed of many, by a person who may still do it to the ticket as it stood. Errors: forbidden, and stale where
     * anything happened since.
     *
     * @param version of the ticket after the deed
     */
    public Ticket takeBack(long number, int version, Before before, Deed deed, Me me, Instant now) {
        var act = Parts.act(deed).orElseThrow();
        return wayBack.go(
                number, version, before, false, List.of(said(act)), me, now, was -> acting.check(act, was, me));
    }

    private Kept own(long number, Me me, Instant now) {
        var kept = sql.of(number)
                .filter(k -> k.undo().person() == me.id())
                .orElseThrow(() -> Refused.notFound("ticket.undo.nothing"));
        if (!now.isBefore(kept.undo().until())) {
            throw Refused.conflict("ticket.undo.too_late", Undo.WITHIN.toMinutes());
        }
        return kept;
    }

    private Ticket back(Kept kept, Me me, Instant now) {
        var undo = kept.undo();
        boolean answered = undo.deeds().contains(Deed.REPLY);
        return db.transact(() -> {
            var back = wayBack.go(undo.number(), undo.version(), kept.before(), answered, said(undo), me, now, _ -> {});
            sql.forget(undo.number());
            accounts.forEach(account -> account.takenBack(undo.number(), undo.version()));
            return back;
        });
    }

    /** Another ticket of the same act, as long as that was the last of it. */
    private boolean stood(Along other, Me me, Instant now) {
        try {
            var kept = own(other.number(), me, now);
            if (kept.undo().version() != other.version()) return false;
            back(kept, me, now);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    /** Whom one follows is not in the ticket itself. */
    private boolean followed(Deed deed, long number, Me me, Instant now) {
        try {
            if (deed == Deed.WATCH) editing.unwatch(number, me, now);
            if (deed == Deed.UNWATCH) editing.watch(number, me, now);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private static List<Said> said(Undo undo) {
        var acts = undo.deeds().isEmpty() ? List.of(undo.act()) : Parts.acts(undo.deeds());
        return acts.stream().map(Undos::said).toList();
    }

    private static Said said(Act act) {
        return new Said(audience(act), new TicketTakenBack(act.code()));
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
