package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.RosterFacts.SwapAccepted;
import dev.qiao.people.roster.RosterFacts.SwapAsked;
import dev.qiao.people.roster.RosterFacts.SwapRefused;
import dev.qiao.people.roster.RosterFacts.SwapWithdrawn;
import dev.qiao.people.roster.Swap.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exchanging shifts: one asks, and nothing changes until the other has said yes. */
@Component
public class Swaps {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int SHOWN = 50;
    /** So many requests of one person may wait for an answer. */
    static final int MOST_OPEN = 20;

    private final Db db;
    private final StandInSql sql;
    private final LayerSql layers;
    private final Duties duties;
    private final Teams teams;
    private final Journal journal;

    Swaps(Db db, StandInSql sql, LayerSql layers, Duties duties, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.layers = layers;
        this.duties = duties;
        this.teams = teams;
        this.journal = journal;
    }

    /** Of a team, those that are still to come, the newest first. */
    public List<Swap> of(long team, Instant now) {
        return sql.swaps(team, now, SHOWN);
    }

    /** Those that wait for my answer. */
    public List<Swap> asked(Me me, Instant now) {
        return sql.asked(me.id(), now);
    }

    /**
     * Asks a colleague. Errors: somebody is away when they are to stand in; too many wait for an answer.
     *
     * @param takes which of their shifts I do in return; null: none
     */
    public Swap ask(long team, long asked, Span gives, @Nullable Span takes, Me me, Instant now) {
        if (asked == me.id() || !teams.members(team).contains(asked))
            throw Refused.invalid("asked", "people.roster_stranger");
        check(team, me.id(), asked, gives, takes, now);
        if (duties.away(asked, gives)) throw Refused.invalid("asked", "people.swap_away");
        if (takes != null && duties.away(me.id(), takes)) throw Refused.invalid("takes", "people.swap_away_back");
        return db.transact(() -> {
            sql.hold(me.id());
            if (sql.waiting(me.id(), now) >= MOST_OPEN) throw Refused.conflict("people.swap_too_many", MOST_OPEN);
            long id = sql.ask(team, me.id(), asked, gives, takes, now);
            tell(team, new SwapAsked(id, me.id(), asked), me, now);
            return new Swap(id, team, me.id(), asked, gives, takes, State.ASKED, now, null);
        });
    }

    /** By the one who was asked. Errors: conflict, when the roster has changed since, somebody is away, or it was answered. */
    public void accept(long team, long id, Me me, Instant now) {
        db.transact(() -> {
            var swap = open(team, id, me);
            if (swap.asked() != me.id()) throw Refused.forbidden("people.swap_of_others");
            layers.touch(team);
            try {
                check(team, swap.asker(), swap.asked(), swap.gives(), swap.takes(), now);
            } catch (Refused _) {
                throw Refused.conflict("people.swap_outdated");
            }
            if (duties.away(swap.asked(), swap.gives())) throw Refused.conflict("people.swap_away");
            if (swap.takes() != null && duties.away(swap.asker(), swap.takes()))
                throw Refused.conflict("people.swap_away_back");
            sql.answer(id, State.ACCEPTED, now);
            sql.cover(team, swap.asked(), swap.asker(), swap.gives(), id, me.id(), now);
            if (swap.takes() != null) sql.cover(team, swap.asker(), swap.asked(), swap.takes(), id, me.id(), now);
            tell(team, new SwapAccepted(id, swap.asker(), swap.asked()), me, now);
        });
    }

    /** By the one who was asked. */
    public void refuse(long team, long id, Me me, Instant now) {
        db.transact(() -> {
            var swap = open(team, id, me);
            if (swap.asked() != me.id()) throw Refused.forbidden("people.swap_of_others");
            sql.answer(id, State.REFUSED, now);
            tell(team, new SwapRefused(id, swap.asker(), swap.asked()), me, now);
        });
    }

    /** By the one who asked. */
    public void withdraw(long team, long id, Me me, Instant now) {
        db.transact(() -> {
            var swap = open(team, id, me);
            if (swap.asker() != me.id()) throw Refused.forbidden("people.swap_of_others");
            sql.answer(id, State.WITHDRAWN, now);
            tell(team, new SwapWithdrawn(id, swap.asker(), swap.asked()), me, now);
        });
    }

    private Swap open(long team, long id, Me me) {
        var swap = sql.lockSwap(team, id)
                .filter(found -> found.concerns(me.id()))
                .orElseThrow(() -> Refused.notFound("people.no_swap"));
        if (swap.state() != State.ASKED) throw Refused.conflict("people.swap_answered");
        return swap;
    }

    /** Each must be on duty when the other is to stand in, and not at both times at once. */
    private void check(long team, long asker, long asked, Span gives, @Nullable Span takes, Instant now) {
        mustStand(team, asker, gives, "gives", now);
        if (takes == null) return;
        mustStand(team, asked, takes, "takes", now);
        if (gives.meets(takes)) throw Refused.invalid("takes", "people.swap_same_time");
    }

    private void mustStand(long team, long person, Span span, String field, Instant now) {
        span.checked(LONGEST, now);
        if (!span.from().isAfter(now)) throw Refused.invalid(field, "people.has_begun");
        boolean stands = duties.of(team, span.from(), span.to()).shifts(span.from(), span.to()).stream()
                .anyMatch(s -> s.of(person) && s.from().equals(span.from()) && s.to().equals(span.to()));
        if (!stands) throw Refused.invalid(field, "people.not_on_duty_then");
    }

    private void tell(long team, Facts facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), Rosters.KIND, team, 0, me.id(), Audience.INTERNAL, facts));
    }
}
