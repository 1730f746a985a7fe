package dev.qiao.ticket.macro;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.canned.Placeholders;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Deeds;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.deed.Orders;
import dev.qiao.ticket.undo.Undos;
import dev.qiao.ticket.wording.Wordings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to macros. All acts of a macro are done or none: each goes through its own verb with the person's rights, and the first that
 * is refused takes back those before it. A team's members write their own; those of everybody are written by who configures the desk.
 */
@Component
public class Macros {
    private static final int MOST_ORDERS = 10;

    /**
     * What of it the audit keeps.
     *
     * @param orders the number of their {@link dev.qiao.ticket.wording.Wording}; null in what was said before wordings were kept
     */
    record Spoken(
            @Nullable Long team,
            List<String> acts,
            boolean active,
            @Nullable Long orders) {}

    private final Db db;
    private final Wordings wordings;
    private final MacroSql sql;
    private final Deeds deeds;
    private final Undos undos;
    private final Tickets tickets;
    private final Acting acting;
    private final Conversation conversation;
    private final Placeholders placeholders;
    private final Journal journal;
    private final Teams teams;

    Macros(
            Db db,
            Wordings wordings,
            MacroSql sql,
            Deeds deeds,
            Undos undos,
            Tickets tickets,
            Acting acting,
            Conversation conversation,
            Placeholders placeholders,
            Journal journal,
            Teams teams) {
        this.db = db;
        this.wordings = wordings;
        this.sql = sql;
        this.deeds = deeds;
        this.undos = undos;
        this.tickets = tickets;
        this.acting = acting;
        this.conversation = conversation;
        this.placeholders = placeholders;
        this.journal = journal;
        this.teams = teams;
    }

    /** What this person can use: everybody's and their teams'. */
    public List<Macro> usable(Me me) {
        return sql.all().stream()
                .filter(Macro::active)
                .filter(m -> m.team() == null || me.in(m.team()))
                .toList();
    }

    /** What this person can use or change. */
    public List<Macro> known(Me me) {
        return sql.all().stream()
                .filter(m -> may(m.team(), me) || (m.active() && (m.team() == null || me.in(m.team()))))
                .toList();
    }

    /** Whether this person may change it. */
    public boolean changeable(Macro macro, Me me) {
        return may(macro.team(), me);
    }

    /** Errors: not found, also for what this person can neither use nor change. */
    public Macro find(long id, Me me) {
        return sql.find(id)
                .filter(m -> m.team() == null || me.in(m.team()) || may(m.team(), me))
                .orElseThrow(() -> Refused.notFound("ticket.macro.no_such"));
    }

    /** Does all of it, in one transaction. Errors: what the first act that cannot be done refuses. */
    public Ticket run(long id, long number, Me me, Instant now) {
        return run(id, number, null, me, now);
    }

    /**
     * The same, unless it replies and that crosses newer words of somebody else. Errors: conflict, when there are any.
     *
     * @param seen the newest comment that was there when it was chosen; null when it does not matter
     */
    public Ticket run(long id, long number, @Nullable Long seen, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var macro = find(id, me);
        if (!macro.active()) throw Refused.notFound("ticket.macro.no_such");
        return db.transact(() -> {
            acting.hold(List.of(number), me);
            var before = tickets.find(number, me);
            if (macro.replies() && !conversation.newer(before, seen, me).isEmpty())
                throw Refused.conflict("ticket.crossing.refused");
            var done = new ArrayList<Deed>();
            for (var order : macro.orders()) {
                var outcome = deeds.perform(number, filled(order, tickets.find(number, me), me), me, now);
                if (outcome.changed()) done.add(order.deed());
            }
            var after = tickets.find(number, me);
            undos.together(before, after, done, me, now);
            return after;
        });
    }

    /** Errors: forbidden for another team's or everybody's, no act, too many, or one that could not be done to any ticket. */
    public long save(Macro wanted, Me me, Instant now) {
        if (wanted.orders().isEmpty()) throw Refused.invalid("acts", "ticket.macro.nothing");
        if (wanted.orders().size() > MOST_ORDERS) throw Refused.invalid("acts", "ticket.macro.too_many", MOST_ORDERS);
        wanted.orders().forEach(order -> Orders.check(order, now));
        must(wanted.team(), me);
        if (wanted.team() != null && teams.find(wanted.team()).isEmpty())
            throw Refused.invalid("team", "ticket.no_team");
        var name = Texts.title("name", wanted.name());
        var clean = new Macro(wanted.id(), wanted.team(), name, wanted.orders(), wanted.active());
        return db.transact(() -> {
            var before = wanted.id() == 0 ? null : find(wanted.id(), me);
            if (before != null) must(before.team(), me);
            var was = before == null ? null : spoken(before.id(), before);
            long id = sql.store(clean);
            var facts = Configured.of("ticket.macro", Long.toString(id), was, spoken(id, clean));
            journal.write(new Entry(now, me.origin(), "macro", id, 0, me.id(), Audience.ADMIN, facts));
            return id;
        });
    }

    /** What they are called, whosever they are. */
    Map<Long, String> names(Collection<Long> ids) {
        return sql.all().stream().filter(m -> ids.contains(m.id())).collect(toMap(Macro::id, Macro::name));
    }

    private Spoken spoken(long id, Macro macro) {
        var acts = macro.orders().stream().map(o -> o.deed().code()).toList();
        var text = Json.of(macro.orders()).text();
        return new Spoken(macro.team(), acts, macro.active(), wordings.keep("macro", id, macro.name(), text));
    }

    private Order filled(Order order, Ticket ticket, Me me) {
        var text = order.text();
        var reason = order.reason();
        return order.saying(text == null ? null : placeholders.fill(text, ticket, me))
                .because(reason == null ? null : placeholders.fill(reason, ticket, me));
    }

    private static boolean may(@Nullable Long team, Me me) {
        return me.may(Permission.DESK_CONFIGURE) || (team != null && me.may(Permission.TICKET_WORK) && me.in(team));
    }

    private static void must(@Nullable Long team, Me me) {
        if (!may(team, me)) me.must(Permission.DESK_CONFIGURE);
    }
}
