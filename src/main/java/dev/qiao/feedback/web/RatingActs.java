package dev.qiao.feedback.web;

import dev.qiao.base.Acts;
import dev.qiao.base.Me;
import dev.qiao.feedback.Ratings;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
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
    public List<String> allowed(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return List.of();
        return ratings.allowed(tickets.find(subject, me), ratings.find(subject, me), me, now)
                ? List.of("rating")
                : List.of();
    }
}
