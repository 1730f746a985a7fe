package dev.qiao.ticket.split;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketFact.TicketRejoined;
import dev.qiao.ticket.TicketFact.TicketSplit;
import dev.qiao.ticket.TicketFact.TicketSplitOff;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to splitting: a second matter that came up in a conversation gets a number of its own. The words move with their files; taking
 * it back brings them home and lets the new ticket go on in the old one, so that what was said on it meanwhile is not lost either.
 */
@Component
public class Splits {
    /** So many words move at once at most. */
    public static final int MOST = 100;

    private final Db db;
    private final SplitSql sql;
    private final Acting acting;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Merges merges;
    private final Participants participants;

    Splits(
            Db db,
            SplitSql sql,
            Acting acting,
            Tickets tickets,
            Conversation conversation,
            Merges merges,
            Participants participants) {
        this.db = db;
        this.sql = sql;
        this.acting = acting;
        this.tickets = tickets;
        this.conversation = conversation;
        this.merges = merges;
        this.participants = participants;
    }

    /** What a ticket was split off from; empty where it was not, or came back. */
    public Optional<Split> of(Ticket ticket) {
        return sql.of(ticket.number());
    }

    /** Errors: no words chosen, too many, or words that do not stand on this ticket. Returns the new ticket, for the same requester. */
    public Ticket split(long number, @Nullable String title, Collection<Long> comments, Me me, Instant now) {
        if (comments.isEmpty()) throw Refused.invalid("comment", "ticket.split.nothing");
        if (comments.size() > MOST) throw Refused.invalid("comment", "ticket.split.too_many", MOST);
        return db.transact(() -> {
            acting.hold(List.of(number), me);
            var fresh = tickets.open(List.of(draft(tickets.find(number, me), title, me)), now);
            long into = fresh.getFirst().number();
            if (fresh.getFirst().matter().restricted()) company(number, into, now);
            var moved = moved(comments, number, into);
            sql.insert(number, into, moved, me.id(), now);
            count(number, -moved.size(), new TicketSplit(into, moved.size()), me, now);
            return acting.also(
                    into,
                    me,
                    now,
                    (t, at) -> Done.of(
                            t.counted(moved.size(), at), Audience.INTERNAL, new TicketSplitOff(number, moved.size())));
        });
    }

    /**
     * Errors: it was not split off, its words went on to a third ticket, or one of the two goes on elsewhere: that comes back first.
     * Returns the ticket from which it came.
     */
    public Ticket unsplit(long into, Me me, Instant now) {
        var split = of(tickets.find(into, me)).orElseThrow(() -> Refused.conflict("ticket.split.not_split", into));
        long number = split.number();
        return db.transact(() -> {
            merges.hold();
            acting.hold(List.of(number, into), me);
            if (!sql.undone(into, now)) throw Refused.conflict("ticket.split.not_split", into);
            int many = moved(split.comments(), into, number).size();
            count(into, -many, new TicketSplit(number, many), me, now);
            count(number, many, new TicketRejoined(into, many), me, now);
            return merges.merge(/* number= */ into, /* into= */ number, me, now);
        });
    }

    /**
     * Who may see what is restricted may see what becomes of it, and who waits aside of it waits aside of that; but nothing is merged
     * into the new one yet.
     */
    private void company(long number, long into, Instant now) {
        for (var kind : List.of(Tickets.KIND, Participants.aside(Tickets.KIND))) {
            participants.add(participants.of(kind, number).stream()
                    .filter(part -> !part.role().equals("merged"))
                    .map(part -> new Participant(kind, into, part.person(), role(part.role()), now))
                    .distinct()
                    .toList());
        }
    }

    /** Whoever has the old one, or reported it, has not got the new one by that. */
    private static String role(String before) {
        return before.equals("assignee") || before.equals("reporter") ? "named" : before;
    }

    private void count(long number, int words, TicketFact fact, Me me, Instant now) {
        acting.on(
                number,
                Act.SPLIT,
                null,
                null,
                me,
                now,
                (ticket, at) -> Done.of(ticket.counted(words, at), Audience.INTERNAL, fact));
    }

    private List<Long> moved(Collection<Long> comments, long from, long into) {
        var wanted = new HashSet<>(comments);
        var moved = conversation.move(wanted, from, into);
        if (moved.size() != wanted.size()) throw Refused.conflict("ticket.split.not_here", from);
        return moved.stream().map(Comment::id).toList();
    }

    private static Draft draft(Ticket ticket, @Nullable String title, Me me) {
        var m = ticket.matter();
        return new Draft(
                UUID.randomUUID(),
                me,
                m.kind(),
                title == null || title.isBlank() ? m.title() : title,
                "",
                ticket.weight().impact(),
                ticket.weight().urgency(),
                m.category(),
                m.service(),
                m.organization(),
                m.requester(),
                m.source(),
                null,
                m.tags(),
                m.restricted());
    }
}
