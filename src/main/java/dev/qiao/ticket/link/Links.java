package dev.qiao.ticket.link;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketLinked;
import dev.qiao.ticket.TicketFact.TicketUnlinked;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The door to links between tickets. Who links sees both ends; who sees one end hears of another only when they see that too. While a
 * ticket goes on in another one, its links are that one's, at either end; they stay as they are stored, so taking the merge back gives
 * them back.
 */
@Component
public class Links {
    /** So many links a ticket has at most. */
    public static final int MOST = 200;
    /** A family is so many generations deep at most. */
    static final int GENERATIONS = 5;

    /** A link with the ticket at its other end. */
    public record Linked(Link link, Ticket other) {}

    private final Db db;
    private final LinkSql sql;
    private final Acting acting;
    private final Tickets tickets;
    private final Merges merges;
    private final Ends ends;

    Links(Db db, LinkSql sql, Acting acting, Tickets tickets, Merges merges, Ends ends) {
        this.db = db;
        this.sql = sql;
        this.acting = acting;
        this.tickets = tickets;
        this.merges = merges;
        this.ends = ends;
    }

    /** Errors: the other is not to be seen, is linked so already, is its own ancestor, has another parent, or there are too many. */
    public Link add(long number, Relation relation, long other, Me me, Instant now) {
        if (number == other) throw Refused.invalid("other", "ticket.link.itself");
        if (tickets.of(List.of(other), me).isEmpty()) {
            throw Refused.invalid("other", "ticket.no_such", Long.toString(other));
        }
        return db.transact(() -> {
            acting.hold(List.of(number, other), me);
            check(number, relation, other);
            boolean ours = relation.storedFrom(number, other);
            var id = sql.insert(
                            ours ? number : other,
                            ours ? relation : relation.inverse(),
                            ours ? other : number,
                            me.id(),
                            now)
                    .orElseThrow(() -> Refused.conflict("ticket.link.exists", other));
            acting.on(number, Act.LINKS, null, null, me, now, (ticket, at) -> linked(ticket, relation, other, at));
            acting.also(other, me, now, (ticket, at) -> linked(ticket, relation.inverse(), number, at));
            return new Link(id, number, relation, other, now, me.id());
        });
    }

    /** What begins anew after a ticket that cannot be reopened is related to it, once, while that has room; who sees both may say so. */
    public void follow(long number, long earlier, Me me, Instant now) {
        tickets.find(earlier, me);
        tickets.find(number, me);
        boolean linked = sql.of(List.of(number), MOST).stream().anyMatch(link -> link.other() == earlier);
        if (!linked && sql.count(earlier) < MOST) add(number, Relation.RELATED, earlier, Me.QIAO, now);
    }

    /** Takes a link away; linking again undoes it. Errors: not found. */
    public Link remove(long number, long id, Me me, Instant now) {
        var link = of(tickets.find(number, me), me).stream()
                .map(Linked::link)
                .filter(l -> l.id() == id)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("ticket.link.no_such"));
        db.transact(() -> {
            acting.hold(List.of(number, link.other()), me);
            if (!sql.delete(id)) throw Refused.notFound("ticket.link.no_such");
            acting.on(
                    number, Act.LINKS, null, null, me, now, (t, at) -> unlinked(t, link.relation(), link.other(), at));
            acting.also(
                    link.other(),
                    me,
                    now,
                    (t, at) -> unlinked(t, link.relation().inverse(), number, at));
        });
        return link;
    }

    /** As far as this person sees the other ends; duplicates and causes before families. */
    public List<Linked> of(Ticket ticket, Me me) {
        if (!me.worksHere()) return List.of();
        var links = sql.of(merges.read(ticket, me), MOST);
        var others = ends.of(links.stream().map(Link::other).collect(Collectors.toSet()), me);
        var told = new HashSet<String>();
        return links.stream()
                .flatMap(link -> Stream.ofNullable(others.get(link.other()))
                        .map(other -> new Linked(link.between(ticket.number(), other.number()), other)))
                .filter(linked -> linked.other().number() != ticket.number())
                .sorted((a, b) -> a.link().relation().compareTo(b.link().relation()))
                .filter(linked ->
                        told.add(linked.link().relation() + " " + linked.other().number()))
                .toList();
    }

    private void check(long number, Relation relation, long other) {
        if (sql.count(number) >= MOST || sql.count(other) >= MOST) throw Refused.conflict("ticket.link.too_many", MOST);
        if (relation == Relation.CHILD_OF) family(number, other);
        if (relation == Relation.PARENT_OF) family(other, number);
    }

    private void family(long child, long parent) {
        sql.holdFamilies();
        var already = sql.ancestors(child, 1);
        if (already.contains(parent)) throw Refused.conflict("ticket.link.exists", parent);
        if (!already.isEmpty()) throw Refused.conflict("ticket.link.has_parent", child, already.getFirst());
        var above = sql.ancestors(parent, GENERATIONS);
        if (above.contains(child)) throw Refused.conflict("ticket.link.circle", child, parent);
        if (above.size() + 2 + sql.levelsBelow(child, GENERATIONS) > GENERATIONS) {
            throw Refused.conflict("ticket.link.too_deep", GENERATIONS);
        }
    }

    private static Done linked(Ticket ticket, Relation relation, long other, Instant at) {
        return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketLinked(relation.code(), other));
    }

    private static Done unlinked(Ticket ticket, Relation relation, long other, Instant at) {
        return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketUnlinked(relation.code(), other));
    }
}
