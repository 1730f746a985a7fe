package dev.qiao.ticket.bulk;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulk.Progress;
import dev.qiao.ticket.deed.Order;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Bulk acts and what became of each ticket. */
@Repository
class BulkSql {
    private static final String COLUMNS =
            "id, person_id, at, what::text as what, undoes, total, cancelled_at, ended_at";

    /** A ticket on which an act is to be done. */
    record Waiting(
            int place,
            long number,
            @Nullable Order own,
            @Nullable Integer seen) {}

    private final Db db;

    BulkSql(Db db) {
        this.db = db;
    }

    long insert(long person, Order order, @Nullable Long undoes, int total, Instant at) {
        return db.sql("""
                insert into ticket.bulk (person_id, at, what, undoes, total)
                values (:person, :at, :what::jsonb, :undoes::bigint, :total) returning id
                """)
                .bind("person", person)
                .bind("at", at)
                .bind("what", Json.of(order).text())
                .bind("undoes", undoes)
                .bind("total", total)
                .one(row -> row.number("id"));
    }

    void freeze(long bulk, List<Long> numbers) {
        db.sql("""
                insert into ticket.bulk_item (bulk_id, place, number)
                select :bulk, i.place, i.number from unnest(:numbers::bigint[]) with ordinality as i (number, place)
                """).bind("bulk", bulk).bind("numbers", numbers).update();
    }

    /** What of another was done, each with what takes it back and the state in which it must still be. */
    void reverse(long bulk, long of, String reason) {
        db.sql("""
                insert into ticket.bulk_item (bulk_id, place, number, what, seen)
                select :bulk, row_number() over (order by place desc), number,
                       case when back ->> 'deed' in ('assign', 'reopen', 'hand_back')
                            then back || jsonb_build_object('reason', :reason::text) else back end,
                       version
                  from ticket.bulk_item where bulk_id = :of and outcome = 'done' and back is not null
                """).bind("bulk", bulk).bind("of", of).bind("reason", reason).update();
    }

    int reversible(long bulk) {
        return db.sql("""
                select count(*)::int as n from ticket.bulk_item
                 where bulk_id = :bulk and outcome = 'done' and back is not null
                """).bind("bulk", bulk).one(row -> row.integer("n"));
    }

    Optional<Bulk> find(long id) {
        return db.sql("select " + COLUMNS + " from ticket.bulk where id = :id")
                .bind("id", id)
                .optional(BulkSql::bulk);
    }

    /** Which one takes it back. */
    Optional<Long> undoneBy(long id) {
        return db.sql("select id from ticket.bulk where undoes = :id")
                .bind("id", id)
                .optional(row -> row.number("id"));
    }

    List<Bulk> of(long person, int limit) {
        return db.sql("select " + COLUMNS + " from ticket.bulk where person_id = :person order by id desc limit :limit")
                .bind("person", person)
                .bind("limit", limit)
                .list(BulkSql::bulk);
    }

    List<Bulk> running(int limit) {
        return db.sql("select " + COLUMNS + " from ticket.bulk where ended_at is null order by id limit :limit")
                .bind("limit", limit)
                .list(BulkSql::bulk);
    }

    Progress progress(long bulk) {
        return db.sql("""
                select count(*) filter (where outcome = 'done')::int as done,
                       count(*) filter (where outcome = 'unchanged')::int as unchanged,
                       count(*) filter (where outcome = 'refused')::int as refused,
                       count(*) filter (where outcome is null)::int as waiting
                  from ticket.bulk_item where bulk_id = :bulk
                """)
                .bind("bulk", bulk)
                .one(row -> new Progress(
                        row.integer("done"), row.integer("unchanged"), row.integer("refused"), row.integer("waiting")));
    }

    /** @param fate null: whatever became of them */
    List<Item> items(long bulk, @Nullable Fate fate, int after, int limit) {
        return db.sql("""
                select place, number, outcome, problem, arguments::text as arguments from ticket.bulk_item
                 where bulk_id = :bulk and place > :after and (:fate::text is null or outcome = :fate)
                 order by place limit :limit
                """)
                .bind("bulk", bulk)
                .bind("after", after)
                .bind("fate", fate)
                .bind("limit", limit)
                .list(BulkSql::item);
    }

    List<Waiting> waiting(long bulk, int limit) {
        return db.sql("""
                select place, number, what::text as what, seen from ticket.bulk_item
                 where bulk_id = :bulk and outcome is null order by place limit :limit
                """).bind("bulk", bulk).bind("limit", limit).list(row -> {
            var what = row.jsonOrNull("what");
            return new Waiting(
                    row.integer("place"),
                    row.number("number"),
                    what == null ? null : what.as(Order.class),
                    row.integerOrNull("seen"));
        });
    }

    /** Takes a ticket that still waits, where nobody else has it and the whole was not cancelled. */
    boolean take(long bulk, int place) {
        return !db.sql("""
                select i.place from ticket.bulk_item i join ticket.bulk b on b.id = i.bulk_id
                 where i.bulk_id = :bulk and i.place = :place and i.outcome is null and b.ended_at is null
                   for update of i skip locked
                """)
                .bind("bulk", bulk)
                .bind("place", place)
                .list(row -> row.integer("place"))
                .isEmpty();
    }

    void over(long bulk, int place, Fate fate, int version, @Nullable Order back) {
        db.sql("""
                update ticket.bulk_item set outcome = :fate, version = :version, back = :back::jsonb
                 where bulk_id = :bulk and place = :place
                """)
                .bind("bulk", bulk)
                .bind("place", place)
                .bind("fate", fate)
                .bind("version", version)
                .bind("back", back == null ? null : Json.of(back).text())
                .updateOne();
    }

    void refused(long bulk, int place, Refused.Problem why) {
        db.sql("""
                update ticket.bulk_item set outcome = 'refused', problem = :problem, arguments = :arguments::jsonb
                 where bulk_id = :bulk and place = :place and outcome is null
                """)
                .bind("bulk", bulk)
                .bind("place", place)
                .bind("problem", why.key())
                .bind("arguments", Json.of(why.arguments()).text())
                .update();
    }

    /** How often it was tried in vain by now. */
    int failed(long bulk, int place) {
        return db.sql("""
                update ticket.bulk_item set attempts = attempts + 1
                 where bulk_id = :bulk and place = :place and outcome is null returning attempts
                """)
                .bind("bulk", bulk)
                .bind("place", place)
                .optional(row -> row.integer("attempts"))
                .orElse(0);
    }

    /** False when it is over already. */
    boolean cancel(long bulk, Instant at) {
        return db.sql("update ticket.bulk set cancelled_at = :at, ended_at = :at where id = :bulk and ended_at is null")
                        .bind("bulk", bulk)
                        .bind("at", at)
                        .update()
                == 1;
    }

    /** False when something is left to do, or somebody else ended it. */
    boolean end(long bulk, Instant at) {
        return db.sql("""
                update ticket.bulk b set ended_at = :at
                 where b.id = :bulk and b.ended_at is null
                   and not exists (select 1 from ticket.bulk_item i where i.bulk_id = b.id and i.outcome is null)
                """).bind("bulk", bulk).bind("at", at).update() == 1;
    }

    private static Bulk bulk(Row row) {
        return new Bulk(
                row.number("id"),
                row.number("person_id"),
                row.instant("at"),
                row.json("what").as(Order.class),
                row.numberOrNull("undoes"),
                row.integer("total"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("ended_at"));
    }

    private static Item item(Row row) {
        var arguments = row.jsonOrNull("arguments");
        return new Item(
                row.integer("place"),
                row.number("number"),
                row.wordOrNull("outcome", Fate.class),
                row.textOrNull("problem"),
                arguments == null ? List.of() : Arrays.asList(arguments.as(Object[].class)));
    }
}
