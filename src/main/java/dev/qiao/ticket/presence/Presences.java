package dev.qiao.ticket.presence;

import static java.util.stream.Collectors.groupingBy;

import dev.qiao.base.Me;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The door to who is there. A page says so every twenty seconds and when something changes; who is silent for longer is gone. It
 * is no act: nothing of it comes into the journal.
 */
@Component
public class Presences {
    /** How long somebody is there after they last said so. */
    static final Duration KEPT = Duration.ofSeconds(45);

    private static final int PAGES = 20;

    private final Tickets tickets;
    private final PresenceSql sql;
    private final PresenceNews news;

    Presences(Tickets tickets, PresenceSql sql, PresenceNews news) {
        this.tickets = tickets;
        this.sql = sql;
        this.news = news;
    }

    /**
     * This page of theirs shows the ticket. Whether somebody types is known of the desk only: whom we serve is never looked at over
     * the shoulder. Errors: not found, when they may not see it.
     */
    public void note(long number, UUID page, boolean typing, Me me, Instant now) {
        tickets.find(number, me);
        var here = new Present(number, me.id(), typing && me.worksHere());
        if (!sql.renew(here, page, now)) {
            sql.put(here, page, now);
            sql.trim(me.id(), PAGES);
            news.changed();
        }
    }

    /** That page shows no ticket any more. */
    public void leave(UUID page, Me me) {
        if (sql.remove(me.id(), page)) news.changed();
    }

    /**
     * Who else is at these tickets, which are ones that the person may see; who types first, each person once. Whom we serve is told
     * nothing.
     */
    public Map<Long, List<Present>> of(Collection<Long> numbers, Me me, Instant now) {
        if (numbers.isEmpty() || !me.worksHere()) return Map.of();
        return sql.of(numbers, me.id(), now.minus(KEPT)).stream().collect(groupingBy(Present::number));
    }
}
