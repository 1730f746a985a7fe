package dev.qiao.ticket.nudge;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketNudged;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to nudges: whoever asked for a ticket or works here says that it should be quicker, and all who can do something hear it. */
@Component
public class Nudges {
    /** One person nudges one ticket once in this time. */
    public static final Duration PAUSE = Duration.ofHours(1);

    private static final int MOST = 200;

    private final NudgeSql sql;
    private final Acting acting;

    Nudges(NudgeSql sql, Acting acting) {
        this.sql = sql;
        this.acting = acting;
    }

    /** Errors: over already, or this person nudged it a little while ago. Returns how often it was nudged by now. */
    public int nudge(long number, @Nullable String words, Me me, Instant now) {
        var why = words == null || words.isBlank() ? null : Texts.words("reason", words, Texts.REASON);
        acting.on(number, Act.NUDGES, null, why, me, now, (ticket, at) -> {
            var after = ticket.nudged(at);
            sql.last(number, me.id())
                    .map(last -> last.plus(PAUSE))
                    .filter(at::isBefore)
                    .ifPresent(next -> {
                        throw Refused.tooMany(
                                Duration.between(at, next),
                                "ticket.nudge.too_soon",
                                Math.max(1, Duration.between(at, next).toMinutes()));
                    });
            sql.insert(number, me.id(), at);
            boolean asks = me.id() == ticket.matter().requester()
                    || me.id() == ticket.matter().reporter();
            return Done.of(after, Audience.PUBLIC, new TicketNudged(count(number), asks));
        });
        return count(number);
    }

    /** Of a ticket that this person sees, the newest first. */
    public List<Nudge> of(Ticket ticket) {
        return sql.of(ticket.number(), MOST);
    }

    /** How often each of these was nudged, where it is still open. */
    public Map<Long, Integer> counts(Collection<Ticket> tickets) {
        var open = tickets.stream()
                .filter(t -> t.stage().open())
                .map(Ticket::number)
                .toList();
        return open.isEmpty() ? Map.of() : sql.counts(open);
    }

    private int count(long number) {
        return sql.counts(List.of(number)).getOrDefault(number, 0);
    }
}
