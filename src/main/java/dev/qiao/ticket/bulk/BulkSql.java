package dev.qiao.ticket.bulk;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulk.Progress;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.undo.Before;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Bulk acts and what became of each ticket. */
@Repository
class BulkSql {
    private static final String COLUMNS =
            "id, person_id, at, what::text as what, undoes, total, cancelled_at, ended_at";

    /**
     * A ticket on which an act is to be done.
     *
     * @param own what takes it back, where how the ticket stood does not say that
     * @param undone what is to be taken back; null where an act is done for the first time
     */
    record Waiting(
            int place,
            long number,
            @Nullable Order own,
            @Nullable Done undone) {}

    /**
     * What another bulk act did to a ticket.
     *
     * @param person whose act that was
     * @param version of the ticket after it
     * @param place there; null in what was begun before places were kept
     * @param before how the ticket stood; null where the effect is not in the ticket itself
     */
    record Done(
            long bulk,
            long person,
            @Nullable Integer place,
            int version,
            @Nullable Before before) {}

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

    Optional<Bulk> find(long id) {
        return db.sql("select " + COLUMNS + " from ticket.bulk where id = :id")
                .bind("id", id)
                .optional(BulkSql::bulk);
    }

    List<Bulk> of(long person, int limit) {
        return db.sql("select " + COLUMNS + " from ticket.bulk where person_id = :person order by id desc limit :limit")
                .bind("person", person)
                .bind("limit", limit)
                .list(BulkSql::bulk);
    }

    /** Gives a turn to those that run and have waited for theirs the longest. */
    List<Bulk> turn(int limit) {
        return db.sql("""
                update ticket.bulk set turn = nextval('ticket.bulk_turn') where id in
                  (select id from ticket.bulk where ended_at is null order by turn, id limit :limit for update skip locked)
                returning %s
                """.formatted(COLUMNS)).bind("limit", limit).list(BulkSql::bulk);
    }

    /** How many of this person's run; held until the transaction ends, so that two that begin at once are counted. */
    int running(long person) {
        db.sql("select pg_advisory_xact_lock(hashtext('ticket.bulk'), hashint8(:person)) is null as held")
                .bind("person", person)
                .one(row -> row.yes("held"));
        return db.sql("select count(*)::int as n from ticket.bulk where person_id = :person and ended_at is null")
                .bind("person", person)
                .one(row -> row.integer("n"));
    }

    Progress progress(long bulk) {
        return progress(List.of(bulk)).getOrDefault(bulk, Progress.NOTHING);
    }

    Map<Long, Progress> progress(Collection<Long> bulks) {
        return db
                .sql("""
                select bulk_id, count(*) filter (where outcome = 'done')::int as done,
                       count(*) filter (where outcome = 'unchanged')::int as unchanged,
                       count(*) filter (where outcome = 'refused')::int as refused,
                       count(*) filter (where outcome = 'taken_back')::int as taken_back,
                       count(*) filter (where outcome is null)::int as waiting
                  from ticket.bulk_item where bulk_id = any(:bulks::bigint[]) group by bulk_id
                """)
                .bind("bulks", bulks)
                .list(row -> Map.entry(
                        row.number("bulk_id"),
                        new Progress(
                                row.integer("done"),
                                row.integer("unchanged"),
                                row.integer("refused"),
                                row.integer("taken_back"),
                                row.integer("waiting"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param fate null: whatever became of them */
    List<Item> items(long bulk, @Nullable Fate fate, int after, int limit) {
        return db.sql("""
                select place, number, coalesce(outcome, 'left') as outcome, problem, arguments::text as arguments
                  from ticket.bulk_item
                 where bulk_id = :bulk and place > :after and (:fate::text is null or coalesce(outcome, 'left') = :fate)
                 order by place limit :limit
                """)
                .bind("bulk", bulk)
                .bind("after", after)
                .bind("fate", fate)
                .bind("limit", limit)
                .list(BulkSql::item);
    }

    List<Waiting> waiting(Bulk bulk, int limit) {
        return db.sql("""
                select i.place, i.number, i.what::text as what, i.seen, i.of_place, o.before::text as before,
                       u.person_id as undone_person
                  from ticket.bulk_item i
                  left join ticket.bulk u on u.id = :undoes::bigint
                  left join ticket.bulk_item o on o.bulk_id = :undoes::bigint and o.place = i.of_place
                 where i.bulk_id = :bulk and i.outcome is null order by i.place limit :limit
                """)
                .bind("undoes", bulk.undoes())
                .bind("bulk", bulk.id())
                .bind("limit", limit)
                .list(row -> waiting(bulk, row));
    }

    private static Waiting waiting(Bulk bulk, Row row) {
        var what = row.jsonOrNull("what");
        var place = row.integerOrNull("of_place");
        var seen = row.integerOrNull("seen");
        var before = row.jsonOrNull("before");
        var person = row.numberOrNull("undone_person");
        return new Waiting(
                row.integer("place"),
                row.number("number"),
                what == null ? null : what.as(Order.class),
                bulk.undoes() == null || person == null || seen == null
                        ? null
                        : new Done(
                                bulk.undoes(), person, place, seen, before == null ? null : before.as(Before.class)));
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

    /** @param back what takes back that of it which is not in the ticket itself */
    void over(long bulk, int place, Fate fate, int version, @Nullable Before before, @Nullable Order back) {
        db.sql("""
                update ticket.bulk_item
                   set outcome = :fate, version = :version, before = :before::jsonb, back = :back::jsonb
                 where bulk_id = :bulk and place = :place
                """)
                .bind("bulk", bulk)
                .bind("place", place)
                .bind("fate", fate)
                .bind("version", version)
                .bind("before", before == null ? null : Json.of(before).text())
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
                row.word("outcome", Fate.class),
                row.textOrNull("problem"),
                arguments == null ? List.of() : Arrays.asList(arguments.as(Object[].class)));
    }
}
