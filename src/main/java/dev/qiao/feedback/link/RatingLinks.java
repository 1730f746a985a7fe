package dev.qiao.feedback.link;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.feedback.Rating;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.Rights;
import dev.qiao.people.Seal;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One link for each solution of a ticket. Nothing of it is stored: it is the ticket's number and the moment of its solution under our
 * seal, and it is used when the ticket has been rated since. Solved anew, a ticket has a new one.
 */
@Component
public class RatingLinks {
    /** So long after the solution it opens. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final Pattern CODE = Pattern.compile("(\\d{1,18})\\.(\\d{1,15})\\.([\\w-]{43})");

    /**
     * A solution that somebody is asked about.
     *
     * @param title null where it is told in confidence
     * @param given what was answered already, by whomever
     */
    public record Asked(
            long number,
            @Nullable String title,
            Instant resolvedAt,
            String path,
            Instant until,
            @Nullable Rating given) {}

    private final Tickets tickets;
    private final Ratings ratings;
    private final Rights rights;
    private final Seal seal;

    RatingLinks(Tickets tickets, Ratings ratings, Rights rights, Seal seal) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.rights = rights;
        this.seal = seal;
    }

    /** For a letter to this requester; empty when there is nothing to rate, or it is rated or too late. */
    public Optional<Asked> of(long number, long requester, Instant now) {
        return tickets.of(List.of(number)).stream()
                .filter(ticket -> ticket.matter().requester() == requester)
                .flatMap(ticket -> asked(ticket, now).stream())
                .filter(asked -> asked.given() == null)
                .findFirst();
    }

    /** What the link asks. Errors: gone or never given, which look the same. */
    public Asked open(String code, Instant now) {
        return asked(ticket(code), now).orElseThrow(RatingLinks::over);
    }

    /** Answers, once. Errors: like {@link #open}; conflict when it was answered before; invalid, naming the field. */
    public Rating rate(String code, @Nullable Integer stars, @Nullable String words, Instant now) {
        var ticket = ticket(code);
        var asked = asked(ticket, now).orElseThrow(RatingLinks::over);
        return ratings.rateOnce(ticket.number(), asked.resolvedAt(), stars, words, requester(ticket), now);
    }

    private Optional<Asked> asked(Ticket ticket, Instant now) {
        var at = ticket.times().resolvedAt();
        if (at == null || ticket.stage().open()) return Optional.empty();
        var until = at.plus(LIFE);
        if (!now.isBefore(until)) return Optional.empty();
        var given = Optional.ofNullable(ratings.of(List.of(ticket.number())).get(ticket.number()))
                .filter(rating -> !rating.at().isBefore(at))
                .orElse(null);
        var title = ticket.matter().restricted() ? null : ticket.matter().title();
        return Optional.of(new Asked(ticket.number(), title, at, path(ticket, at), until, given));
    }

    private Ticket ticket(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) throw over();
        return tickets.of(List.of(Long.parseLong(parts.group(1)))).stream()
                .filter(ticket -> {
                    var at = ticket.times().resolvedAt();
                    return at != null
                            && parts.group(2).equals(moment(at))
                            && seal.holds(parts.group(3), words(ticket, at));
                })
                .findFirst()
                .orElseThrow(RatingLinks::over);
    }

    private Me requester(Ticket ticket) {
        return rights.of(ticket.matter().requester()).orElseThrow(RatingLinks::over);
    }

    private String path(Ticket ticket, Instant at) {
        return "/rate/" + ticket.number() + "." + moment(at) + "." + seal.of(words(ticket, at));
    }

    /** Whoever is the requester now: a link that was sent to another does not speak for them. */
    private static String[] words(Ticket ticket, Instant at) {
        return new String[] {
            "rating", "" + ticket.number(), "" + ticket.matter().requester(), moment(at)
        };
    }

    private static String moment(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    private static Refused over() {
        return Refused.notFound("feedback.link_over");
    }
}
