package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.feedback.Rating;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which tickets show a rating, or ask for one. */
@Component
class RateViews {
    /** So long somebody is asked; rating is possible afterwards too. */
    private static final Duration ASKED = Duration.ofDays(14);

    private static final int LOOKED_AT = 20;
    private static final int AT_ONCE = 2;
    private static final Filter ENDED = Filter.of(View.REPORTED).stages(Stage.Name.CLOSED);

    private final Ratings ratings;
    private final Tickets tickets;
    private final Queue queue;
    private final People people;

    RateViews(Ratings ratings, Tickets tickets, Queue queue, People people) {
        this.ratings = ratings;
        this.tickets = tickets;
        this.queue = queue;
        this.people = people;
    }

    /** Nothing before it is resolved, and nothing for who may only look and finds no rating. */
    Optional<RateView> of(long number, Me me, Instant now) {
        var ticket = tickets.find(number, me);
        var rating = ratings.find(number, me);
        boolean open = ratings.allowed(ticket, rating, me, now);
        return rating.isEmpty() && !open ? Optional.empty() : view(ticket, rating, open);
    }

    /** What this person should be asked about: confirmed, solved not long ago, and not rated. */
    List<RateView> waiting(Me me, Instant now) {
        var ended = queue.list(ENDED, null, LOOKED_AT, me, now).items();
        var rated = ratings.of(ended.stream().map(Ticket::number).toList());
        return ended.stream()
                .filter(t -> !rated.containsKey(t.number()))
                .filter(t ->
                        t.times().resolvedAt() != null && t.times().resolvedAt().isAfter(now.minus(ASKED)))
                .filter(t -> ratings.allowed(t, Optional.empty(), me, now))
                .limit(AT_ONCE)
                .flatMap(t -> view(t, Optional.empty(), true).stream())
                .toList();
    }

    private Optional<RateView> view(Ticket ticket, Optional<Rating> rating, boolean open) {
        var resolvedAt = ticket.times().resolvedAt();
        if (resolvedAt == null) return Optional.empty();
        var resolver = Optional.ofNullable(ticket.stage().owner())
                .flatMap(people::find)
                .map(Person::name)
                .orElse(null);
        return Optional.of(new RateView(
                ticket.number(),
                ticket.matter().title(),
                resolver,
                resolvedAt,
                Duration.between(ticket.times().openedAt(), resolvedAt),
                rating.orElse(null),
                open));
    }
}
