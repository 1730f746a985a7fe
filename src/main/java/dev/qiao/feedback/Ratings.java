package dev.qiao.feedback;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to ratings. */
@Component
public class Ratings {
    private static final int LONGEST = 2_000;

    private final Db db;
    private final RatingSql sql;
    private final Tickets tickets;
    private final Journal journal;

    Ratings(Db db, RatingSql sql, Tickets tickets, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.tickets = tickets;
        this.journal = journal;
    }

    /**
     * Says how satisfied one is with a ticket that was resolved. A second time takes the place of the first, by the same person and
     * within {@link Rating#CHANGES_WITHIN}. Errors: invalid, naming the field; forbidden to others; conflict before it is resolved.
     */
    public Rating rate(long number, @Nullable Integer stars, @Nullable String words, Me me, Instant now) {
        tickets.find(number, me);
        var wrong = new Objections();
        var given = wrong.read(() -> stars(stars));
        var said = wrong.read(() -> words(words));
        wrong.raise();
        return held(number, null, requireNonNull(given), requireNonNull(said), me, now);
    }

    /** The same, but once: conflict when it was rated at this moment or later. */
    public Rating rateOnce(
            long number, Instant since, @Nullable Integer stars, @Nullable String words, Me me, Instant now) {
        return held(number, since, stars(stars), words(words), me, now);
    }

    /** The ticket is held: a solution that is taken back at this moment is either rated before, and stands, or not rated any more. */
    private Rating held(long number, @Nullable Instant once, int stars, String said, Me me, Instant now) {
        return db.transact(() -> {
            var ticket = tickets.held(number, me);
            var before = of(number);
            if (once != null
                    && before.filter(rating -> !rating.at().isBefore(once)).isPresent())
                throw Refused.conflict("feedback.link_used");
            mayRate(ticket, before, me, now);
            if (before.filter(rating -> rating.says(stars, said)).isPresent()) return before.get();
            var firstAt = before.map(Rating::firstAt).orElse(now);
            var rating = new Rating(number, me.id(), stars, said, firstAt, now.isBefore(firstAt) ? firstAt : now);
            if (!sql.put(rating)) throw Refused.conflict("feedback.rated_by_other");
            journal.write(new Entry(
                    now, me.origin(), Tickets.KIND, number, 0, me.id(), Audience.PUBLIC, new TicketRated(stars)));
            return rating;
        });
    }

    /** The rating of a ticket that this person sees. */
    public Optional<Rating> find(long number, Me me) {
        return of(tickets.find(number, me).number());
    }

    /** Those that exist, by ticket, whoever asks: for lists of tickets that were read under somebody's rights. */
    public Map<Long, Rating> of(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : sql.of(numbers).stream().collect(toMap(Rating::number, identity()));
    }

    /** Whether this person may rate the ticket now, for the first time or anew. */
    public boolean allowed(Ticket ticket, Optional<Rating> before, Me me, Instant now) {
        try {
            mayRate(ticket, before, me, now);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private Optional<Rating> of(long number) {
        return sql.of(List.of(number)).stream().findFirst();
    }

    private static void mayRate(Ticket ticket, Optional<Rating> before, Me me, Instant now) {
        if (!ticket.matter().asks(me)) throw Refused.forbidden("feedback.not_yours");
        if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
        if (ticket.stage().open()) throw Refused.conflict("feedback.not_resolved");
        if (ticket.times().resolvedAt() == null) throw Refused.conflict("feedback.nothing_done");
        if (before.isEmpty()) return;
        if (before.get().by() != me.id()) throw Refused.conflict("feedback.rated_by_other");
        if (!before.get().open(now)) throw Refused.conflict("feedback.too_late", Rating.CHANGES_WITHIN.toDays());
    }

    private static int stars(@Nullable Integer stars) {
        if (stars == null || stars < 1 || stars > 5) throw Refused.invalid("stars", "feedback.stars_range");
        return stars;
    }

    private static String words(@Nullable String words) {
        var said = words == null ? "" : words.replace("\r\n", "\n").strip();
        int length = said.codePointCount(0, said.length());
        if (length > LONGEST) throw Refused.invalid("words", "feedback.words_too_long", length, LONGEST);
        boolean unprintable = said.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || Character.getType(c) == Character.SURROGATE);
        if (unprintable) throw Refused.invalid("words", "feedback.words_unprintable");
        return said;
    }
}
