package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.people.roster.Swap.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of covers, swaps and leave. */
@Component
class StandInSql {
    private static final String SWAP = """
            select id, team_id, asker_id, asked_id, gives_from, gives_to, takes_from, takes_to, state, asked_at, answered_at
            from people.swap
            """;
    private static final String COVER =
            "select id, team_id, person_id, instead_id, starts, ends, swap_id from people.cover ";

    private static final String LEAVE = "select id, person_id, starts, ends, note from people.leave ";

    private final Db db;

    StandInSql(Db db) {
        this.db = db;
    }

    long cover(long team, long person, @Nullable Long instead, Span span, @Nullable Long swap, long by, Instant now) {
        return db.sql("""
                insert into people.cover (team_id, person_id, instead_id, starts, ends, swap_id, made_by, made_at)
                values (:team, :person, :instead::bigint, :from, :to, :swap::bigint, :by, :now) returning id
                """)
                .bind("team", team)
                .bind("person", person)
                .bind("instead", instead)
                .bind("from", span.from())
                .bind("to", span.to())
                .bind("swap", swap)
                .bind("by", by)
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    Optional<Cover> cover(long team, long id) {
        return db.sql(COVER + "where id = :id and team_id = :team and removed_at is null")
                .bind("id", id)
                .bind("team", team)
                .optional(StandInSql::cover);
    }

    boolean dropCover(long id, Instant now) {
        return db.sql("update people.cover set removed_at = :now where id = :id and removed_at is null")
                        .bind("id", id)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** Both halves of a swap, as far as they are still to come. */
    void dropSwapped(long swap, Instant now) {
        db.sql("update people.cover set removed_at = :now where swap_id = :swap and removed_at is null and ends > :now")
                .bind("swap", swap)
                .bind("now", now)
                .update();
    }

    /** Of a team, those that were taken back since then and would go on after now, the newest first. */
    List<Cover> dropped(long team, Instant since, Instant now) {
        return db.sql(COVER + """
                where team_id = :team and removed_at >= :since and ends > :now order by removed_at desc, id limit 20
                """)
                .bind("team", team)
                .bind("since", since)
                .bind("now", now)
                .list(StandInSql::cover);
    }

    void restoreCover(long id) {
        db.sql("update people.cover set removed_at = null where id = :id")
                .bind("id", id)
                .updateOne();
    }

    long ask(long team, long asker, long asked, Span gives, @Nullable Span takes, Instant now) {
        return db.sql("""
                insert into people.swap
                       (team_id, asker_id, asked_id, gives_from, gives_to, takes_from, takes_to, state, asked_at)
                values (:team, :asker, :asked, :gives_from, :gives_to, :takes_from::timestamptz, :takes_to::timestamptz,
                        'asked', :now)
                returning id
                """)
                .bind("team", team)
                .bind("asker", asker)
                .bind("asked", asked)
                .bind("gives_from", gives.from())
                .bind("gives_to", gives.to())
                .bind("takes_from", takes == null ? null : takes.from())
                .bind("takes_to", takes == null ? null : takes.to())
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    /** Held until the transaction ends: two answers wait for each other. */
    Optional<Swap> lockSwap(long team, long id) {
        return db.sql(SWAP + "where id = :id and team_id = :team for update")
                .bind("id", id)
                .bind("team", team)
                .optional(StandInSql::swap);
    }

    void answer(long id, State state, Instant now) {
        db.sql("update people.swap set state = :state, answered_at = :now where id = :id and state = 'asked'")
                .bind("state", state)
                .bind("now", now)
                .bind("id", id)
                .updateOne();
    }

    /** Accepted or called off, whichever it was not. */
    void settle(long id, State state) {
        db.sql("update people.swap set state = :state where id = :id and state in ('accepted', 'called_off')")
                .bind("state", state)
                .bind("id", id)
                .updateOne();
    }

    /** Of a team, those that are still to come, the newest first. */
    List<Swap> swaps(long team, Instant now, int limit) {
        return db.sql(SWAP
                        + "where team_id = :team and greatest(gives_to, takes_to) > :now order by id desc limit :limit")
                .bind("team", team)
                .bind("now", now)
                .bind("limit", limit)
                .list(StandInSql::swap);
    }

    /** Those that wait for an answer of this person, and can still have one. */
    List<Swap> asked(long person, Instant now) {
        return db.sql(SWAP + """
                where asked_id = :person and state = 'asked' and least(gives_from, takes_from) > :now order by id limit 100
                """).bind("person", person).bind("now", now).list(StandInSql::swap);
    }

    /** Requests of one person follow one another, so that together they are not more than each was checked for. */
    void hold(long asker) {
        db.sql("select pg_advisory_xact_lock(hashtext('people.swap'), :asker::int) is null as held")
                .bind("asker", asker)
                .list(row -> row.yes("held"));
    }

    /** How many of this person's requests can still be answered. */
    int waiting(long asker, Instant now) {
        return db.sql("""
                select count(*)::int as n from people.swap
                 where asker_id = :asker and state = 'asked' and least(gives_from, takes_from) > :now
                """).bind("asker", asker).bind("now", now).one(row -> row.integer("n"));
    }

    long leave(long person, Span span, String note, long by, Instant now) {
        return db.sql("""
                insert into people.leave (person_id, starts, ends, note, made_by, made_at)
                values (:person, :from, :to, :note, :by, :now) returning id
                """)
                .bind("person", person)
                .bind("from", span.from())
                .bind("to", span.to())
                .bind("note", note)
                .bind("by", by)
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    Optional<Leave> leave(long id) {
        return db.sql(LEAVE + "where id = :id and removed_at is null")
                .bind("id", id)
                .optional(StandInSql::leave);
    }

    boolean dropLeave(long id, Instant now) {
        return db.sql("update people.leave set removed_at = :now where id = :id and removed_at is null")
                        .bind("id", id)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** Of these people, what was taken back since then and would go on after now, the newest first. */
    List<Leave> droppedLeaves(Collection<Long> persons, Instant since, Instant now) {
        return db.sql(LEAVE + """
                where person_id = any(:persons::bigint[]) and removed_at >= :since and ends > :now
                order by removed_at desc, id limit 20
                """)
                .bind("persons", persons)
                .bind("since", since)
                .bind("now", now)
                .list(StandInSql::leave);
    }

    /** One that was taken back since then and would go on after now. */
    Optional<Leave> droppedLeave(long id, Instant since, Instant now) {
        return db.sql(LEAVE + "where id = :id and removed_at >= :since and ends > :now")
                .bind("id", id)
                .bind("since", since)
                .bind("now", now)
                .optional(StandInSql::leave);
    }

    void restoreLeave(long id) {
        db.sql("update people.leave set removed_at = null where id = :id")
                .bind("id", id)
                .updateOne();
    }

    private static Leave leave(Row row) {
        return new Leave(
                row.number("id"),
                row.number("person_id"),
                row.instant("starts"),
                row.instant("ends"),
                row.text("note"));
    }

    private static Cover cover(Row row) {
        return new Cover(
                row.number("id"),
                row.number("team_id"),
                row.number("person_id"),
                row.numberOrNull("instead_id"),
                row.instant("starts"),
                row.instant("ends"),
                row.numberOrNull("swap_id"));
    }

    private static Swap swap(Row row) {
        var takes = row.instantOrNull("takes_from");
        return new Swap(
                row.number("id"),
                row.number("team_id"),
                row.number("asker_id"),
                row.number("asked_id"),
                new Span(row.instant("gives_from"), row.instant("gives_to")),
                takes == null ? null : new Span(takes, Objects.requireNonNull(row.instantOrNull("takes_to"))),
                row.word("state", State.class),
                row.instant("asked_at"),
                row.instantOrNull("answered_at"));
    }
}
