package dev.qiao.ticket.nudge;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to nudges: whoever asked for a ticket or works here says that it should be quicker, and all who can do something hear it. */
@Component
public class Nudges implements Acting.Resting {
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
            var next = next(List.of(ticket), me, at).get(number);
            if (next != null) {
                var wait = Duration.between(at, next);
                throw Refused.tooMany(wait, "ticket.nudge.too_soon", Math.max(1, wait.toMinutes()));
            }
            sql.insert(number, me.id(), at);
            boolean asks = me.id() == ticket.matter().requester()
                    || me.id() == ticket.matter().reporter();
            return Done.of(after, Audience.PUBLIC, new TicketNudged(count(number), asks));
        });
        return count(number);
    }

    @Override
    public Act act() {
        return Act.NUDGES;
    }

    @Override
    public Set<Long> rests(Collection<Ticket> tickets, Me me, Instant now) {
        return next(tickets, me, now).keySet();
    }

    /** When this person may nudge it again, who did so a little while ago; empty where they may now, or never. */
    public Optional<Instant> again(Ticket ticket, Me me, Instant now) {
        return ticket.stage().open()
                ? Optional.ofNullable(next(List.of(ticket), me, now).get(ticket.number()))
                : Optional.empty();
    }

    /** A nudge is a change: where there was none for so long, nobody nudged. */
    private Map<Long, Instant> next(Collection<Ticket> tickets, Me me, Instant now) {
        var lately = tickets.stream()
                .filter(ticket -> ticket.stage().open()
                        && moment(ticket, now)
                                .isBefore(ticket.times().updatedAt().plus(PAUSE)))
                .collect(toMap(Ticket::number, ticket -> moment(ticket, now)));
        if (lately.isEmpty()) return Map.of();
        return sql.last(lately.keySet(), me.id()).entrySet().stream()
                .map(last -> Map.entry(last.getKey(), last.getValue().plus(PAUSE)))
                .filter(next -> requireNonNull(lately.get(next.getKey())).isBefore(next.getValue()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As an act has it: never before the last change. */
    private static Instant moment(Ticket ticket, Instant now) {
        var changed = ticket.times().updatedAt();
        return now.isBefore(changed) ? changed : now;
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
