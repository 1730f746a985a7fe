package dev.qiao.ticket.effort;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketTimed;
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to time spent: minutes by person, entry by entry. Each takes back only their own. */
@Component
public class Efforts {
    /** A day, in minutes: so much one entry holds at most. */
    public static final int MOST_MINUTES = 24 * 60;

    private static final int MOST = 500;
    private static final Duration RESTORABLE = Duration.ofDays(30);

    /**
     * Time that somebody spent.
     *
     * @param note what for; may be empty
     */
    public record Effort(long id, long person, int minutes, String note, Instant at) {}

    private final Db db;
    private final Acting acting;
    private final Merges merges;

    Efforts(Db db, Acting acting, Merges merges) {
        this.db = db;
        this.acting = acting;
        this.merges = merges;
    }

    /** Of a ticket that was read under this person's rights, the oldest first. */
    public List<Effort> of(long number) {
        return of(List.of(number));
    }

    /** The same, with what was spent on those that go on in it. */
    public List<Effort> of(Ticket ticket, Me me) {
        return of(merges.read(ticket, me));
    }

    private List<Effort> of(List<Long> numbers) {
        return db.sql("""
                select id, person_id, minutes, note, at from ticket.effort
                 where number = any(:numbers::bigint[]) and removed_at is null order by id limit :most
                """).bind("numbers", numbers).bind("most", MOST).list(Efforts::effort);
    }

    /** Errors: fewer than one minute or more than a day. */
    public Effort add(long number, int minutes, @Nullable String note, Me me, Instant now) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw Refused.invalid("minutes", "ticket.effort.bounds", MOST_MINUTES);
        }
        var words = note == null || note.isBlank() ? "" : Texts.title("note", note);
        var id = new AtomicLong();
        acting.on(number, Act.EFFORT, null, null, me, now, (ticket, at) -> {
            id.set(insert(number, minutes, words, me, at));
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketTimed(minutes));
        });
        return new Effort(id.get(), me.id(), minutes, words, now);
    }

    /** It can be written down again for thirty days, as it was. Errors: no such entry of one's own. */
    public void remove(long number, long id, Me me, Instant now) {
        acting.on(number, Act.EFFORT, null, null, me, now, (ticket, at) -> {
            int minutes = db.sql("""
                    update ticket.effort set removed_at = :at
                     where number = any(:numbers::bigint[]) and id = :id and person_id = :me and removed_at is null returning minutes
                    """)
                    .bind("numbers", merges.read(ticket, me))
                    .bind("id", id)
                    .bind("me", me.id())
                    .bind("at", at)
                    .optional(row -> row.integer("minutes"))
                    .orElseThrow(() -> Refused.notFound("ticket.effort.no_such"));
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketTimed(-minutes));
        });
    }

    /** Takes back that it was taken back. Errors: no such entry of one's own, or too long ago. */
    public void restore(long number, long id, Me me, Instant now) {
        acting.on(number, Act.EFFORT, null, null, me, now, (ticket, at) -> {
            int minutes = db.sql("""
                    update ticket.effort set removed_at = null
                     where number = any(:numbers::bigint[]) and id = :id and person_id = :me and removed_at >= :since returning minutes
                    """)
                    .bind("numbers", merges.read(ticket, me))
                    .bind("id", id)
                    .bind("me", me.id())
                    .bind("since", at.minus(RESTORABLE))
                    .optional(row -> row.integer("minutes"))
                    .orElseThrow(() -> Refused.notFound("ticket.effort.no_such"));
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketTimed(minutes));
        });
    }

    private long insert(long number, int minutes, String note, Me me, Instant at) {
        return db.sql("""
                insert into ticket.effort (number, person_id, minutes, note, at)
                values (:number, :me, :minutes, :note, :at) returning id
                """)
                .bind("number", number)
                .bind("me", me.id())
                .bind("minutes", minutes)
                .bind("note", note)
                .bind("at", at)
                .one(row -> row.number("id"));
    }

    private static Effort effort(Row row) {
        return new Effort(
                row.number("id"), row.number("person_id"), row.integer("minutes"), row.text("note"), row.instant("at"));
    }
}
