package dev.qiao.dispatch;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All SQL of offers. */
@Component
class OfferSql {
    private final Db db;

    OfferSql(Db db) {
        this.db = db;
    }

    /** Puts these in the place of what was offered before. */
    void put(List<Offer> offers) {
        if (offers.isEmpty()) return;
        db.sql("""
                insert into dispatch.offer (ticket, team_id, person_id, asked, at, due_at)
                select o.ticket, o.team, o.person, string_to_array(o.asked, ',')::bigint[], o.at, o.due
                  from unnest(:tickets::bigint[], :teams::bigint[], :people::bigint[], :asked::text[], :ats::timestamptz[],
                              :dues::timestamptz[]) as o (ticket, team, person, asked, at, due)
                on conflict (ticket) do update
                   set team_id = excluded.team_id, person_id = excluded.person_id, asked = excluded.asked, at = excluded.at,
                       due_at = excluded.due_at
                """)
                .bind("tickets", column(offers, Offer::ticket))
                .bind("teams", column(offers, Offer::team))
                .bind("people", column(offers, Offer::person))
                .bind("asked", column(offers, o -> joined(o.asked())))
                .bind("ats", column(offers, Offer::at))
                .bind("dues", column(offers, Offer::dueAt))
                .update();
    }

    /** Takes these back, unless something else has been offered since. */
    void withdraw(Collection<Offer> offers) {
        if (offers.isEmpty()) return;
        db.sql("""
                delete from dispatch.offer o
                 using unnest(:tickets::bigint[], :people::bigint[], :ats::timestamptz[]) as w (ticket, person, at)
                 where o.ticket = w.ticket and o.person_id = w.person and o.at = w.at
                """)
                .bind("tickets", column(offers, Offer::ticket))
                .bind("people", column(offers, Offer::person))
                .bind("ats", column(offers, Offer::at))
                .update();
    }

    /** Gives these another time, unless something else has been offered since. */
    void time(List<Offer> offers) {
        if (offers.isEmpty()) return;
        db.sql("""
                update dispatch.offer o
                   set due_at = t.due
                  from unnest(:tickets::bigint[], :people::bigint[], :ats::timestamptz[], :dues::timestamptz[])
                       as t (ticket, person, at, due)
                 where o.ticket = t.ticket and o.person_id = t.person and o.at = t.at
                """)
                .bind("tickets", column(offers, Offer::ticket))
                .bind("people", column(offers, Offer::person))
                .bind("ats", column(offers, Offer::at))
                .bind("dues", column(offers, Offer::dueAt))
                .update();
    }

    /** Nothing of these is offered any more. */
    void end(Collection<Long> tickets) {
        if (tickets.isEmpty()) return;
        db.sql("delete from dispatch.offer where ticket = any(:tickets::bigint[])")
                .bind("tickets", tickets)
                .update();
    }

    /** Holds what is offered of these until the transaction ends. */
    void lock(Collection<Long> tickets) {
        db.sql("select ticket from dispatch.offer where ticket = any(:tickets::bigint[]) order by ticket for update")
                .bind("tickets", tickets)
                .list(row -> row.number("ticket"));
    }

    List<Offer> of(Collection<Long> tickets) {
        return db.sql(
                        "select ticket, team_id, person_id, asked, at, due_at from dispatch.offer where ticket = any(:tickets::bigint[])")
                .bind("tickets", tickets)
                .list(OfferSql::offer);
    }

    /** Those whose time is up, held until the transaction ends. */
    List<Offer> due(Instant now, int most) {
        return db.sql("""
                select ticket, team_id, person_id, asked, at, due_at from dispatch.offer
                 where due_at <= :now
                 order by due_at
                 limit :most
                   for update skip locked
                """).bind("now", now).bind("most", most).list(OfferSql::offer);
    }

    private static String joined(Set<Long> numbers) {
        return String.join(",", numbers.stream().sorted().map(String::valueOf).toList());
    }

    private static Offer offer(Row row) {
        return new Offer(
                row.number("ticket"),
                row.number("team_id"),
                row.number("person_id"),
                Set.copyOf(row.numbers("asked")),
                row.instant("at"),
                row.instant("due_at"));
    }
}
