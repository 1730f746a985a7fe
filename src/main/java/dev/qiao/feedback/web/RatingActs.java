package dev.qiao.feedback.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Acts;
import dev.qiao.base.Me;
import dev.qiao.feedback.Ratings;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rating as one of the things that may be done to a ticket. */
@Component
class RatingActs implements Acts {
    private final Ratings ratings;
    private final Tickets tickets;

    RatingActs(Ratings ratings, Tickets tickets) {
        this.ratings = ratings;
        this.tickets = tickets;
    }

    @Override
    public Map<Long, List<String>> allowed(String kind, Collection<Long> subjects, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Map.of();
        var over = tickets.of(subjects, me).stream()
                .filter(ticket -> !ticket.stage().open())
                .toList();
        var before = ratings.of(over.stream().map(Ticket::number).toList());
        return over.stream()
                .filter(ticket -> ratings.allowed(ticket, Optional.ofNullable(before.get(ticket.number())), me, now))
                .collect(toMap(Ticket::number, _ -> List.of("rating")));
    }
}
