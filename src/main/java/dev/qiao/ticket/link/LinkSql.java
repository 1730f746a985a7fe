package dev.qiao.ticket.link;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The links of tickets. */
@Repository
class LinkSql {
    private final Db db;

    LinkSql(Db db) {
        this.db = db;
    }

    /** Who makes or changes a family waits for whoever does at the moment: a circle can be closed from far apart. */
    void holdFamilies() {
        db.sql("select pg_advisory_xact_lock(hashtext('ticket.link.child_of')) is null as held")
                .list(row -> row.yes("held"));
    }

    /** Empty when it is there already. */
    Optional<Long> insert(long from, Relation relation, long to, long by, Instant at) {
        return db.sql("""
                insert into ticket.link (from_number, relation, to_number, at, by_id) values (:from, :relation, :to, :at, :by)
                on conflict (from_number, relation, to_number) do nothing
                returning id
                """)
                .bind("from", from)
                .bind("relation", relation)
                .bind("to", to)
                .bind("at", at)
                .bind("by", by)
                .optional(row -> row.number("id"));
    }

    /** From the side of these tickets, the oldest first; one between two of them from both. */
    List<Link> of(Collection<Long> numbers, int limit) {
        return db.sql("""
                select id, from_number, relation, to_number, at, by_id, true as ours from ticket.link
                 where from_number = any(:numbers::bigint[])
                union all
                select id, from_number, relation, to_number, at, by_id, false as ours from ticket.link
                 where to_number = any(:numbers::bigint[])
                 order by id limit :limit
                """).bind("numbers", numbers).bind("limit", limit).list(LinkSql::link);
    }

    int count(long number) {
        return db.sql("""
                select (select count(*) from ticket.link where from_number = :number)::int
                     + (select count(*) from ticket.link where to_number = :number)::int as n
                """).bind("number", number).one(row -> row.integer("n"));
    }

    /** Its parent, the parent of that, and so on. */
    List<Long> ancestors(long number, int levels) {
        return db.sql("""
                with recursive up (number, level) as (
                    select to_number, 1 from ticket.link where from_number = :number and relation = 'child_of'
                    union all
                    select l.to_number, up.level + 1 from up join ticket.link l on l.from_number = up.number
                     where l.relation = 'child_of' and up.level < :levels)
                select number from up order by level limit :levels
                """).bind("number", number).bind("levels", levels).list(row -> row.number("number"));
    }

    /** How many levels of children stand below it. */
    int levelsBelow(long number, int levels) {
        return db.sql("""
                with recursive down (number, level) as (
                    select :number::bigint, 0
                    union all
                    select l.from_number, down.level + 1 from down join ticket.link l on l.to_number = down.number
                     where l.relation = 'child_of' and down.level < :levels)
                select max(level) as n from down
                """).bind("number", number).bind("levels", levels).one(row -> row.integer("n"));
    }

    boolean delete(long id) {
        return db.sql("delete from ticket.link where id = :id").bind("id", id).update() == 1;
    }

    private static Link link(Row row) {
        var relation = row.word("relation", Relation.class);
        long from = row.number("from_number");
        long to = row.number("to_number");
        boolean ours = row.yes("ours");
        return new Link(
                row.number("id"),
                ours ? from : to,
                ours ? relation : relation.inverse(),
                ours ? to : from,
                row.instant("at"),
                row.number("by_id"));
    }
}
