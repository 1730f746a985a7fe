package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.Rating;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.People;
import dev.qiao.ticket.Tickets;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rating of a ticket. */
@Needs
@RestController
@RequestMapping("/api/v1/tickets/{number}/rating")
class RatingApi {
    /** @param stars 1 to 5 */
    record Given(@Nullable Integer stars, @Nullable String words) {}

    /** A rating as programs see it. */
    record Shown(
            long number, int stars, String words, @Nullable Ref by, Instant ratedAt) {}

    private final Ratings ratings;
    private final Tickets tickets;
    private final People people;
    private final InstantSource clock;

    RatingApi(Ratings ratings, Tickets tickets, People people, InstantSource clock) {
        this.ratings = ratings;
        this.tickets = tickets;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    Shown show(@PathVariable long number, Me me) {
        return ratings.find(number, me).map(this::shown).orElseThrow(() -> Refused.notFound("feedback.not_rated"));
    }

    /** 201 for the first rating, 200 for one that takes its place. */
    @PostMapping
    @ApiResponse(responseCode = "201", description = "Rated")
    @ApiResponse(responseCode = "200", description = "Rated anew")
    ResponseEntity<Shown> create(@PathVariable long number, @RequestBody Given given, IfMatch seen, Me me) {
        seen.must(tickets.find(number, me).version());
        boolean first = ratings.find(number, me).isEmpty();
        var rating = ratings.rate(number, given.stars(), given.words(), me, clock.instant());
        return ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(shown(rating));
    }

    private Shown shown(Rating rating) {
        var by = people.find(rating.by())
                .map(person -> new Ref(person.login() == null ? "" : person.login(), person.name()))
                .orElse(null);
        return new Shown(rating.number(), rating.stars(), rating.words(), by, rating.at());
    }
}
