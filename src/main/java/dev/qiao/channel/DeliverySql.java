package dev.qiao.channel;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of deliveries. */
@Component
class DeliverySql {
    /** A letter to be sent because of an entry. */
    record Order(long entry, Occasion letter, long person, long subject) {
        String target() {
            return "mail:" + person;
        }
    }

    private static final String COLUMNS =
            "id, entry, letter, person_id, subject, created_at, attempts, next_at, sent_at, dead_at, problem, answer";

    private final Db db;

    DeliverySql(Db db) {
        this.db = db;
    }

    /** Once per entry and target, however often it is asked for. */
    void insert(List<Order> orders, Instant now) {
        db.sql("""
                insert into channel.delivery (entry, target, letter, person_id, subject, created_at, next_at)
                select o.entry, o.target, o.letter, o.person, o.subject, :now, :now
                  from unnest(:entries::bigint[], :targets::text[], :letters::text[], :people::bigint[], :subjects::bigint[])
                    as o (entry, target, letter, person, subject)
                on conflict (entry, target) do nothing
                """)
                .bind("now", now)
                .bind("entries", column(orders, Order::entry))
                .bind("targets", column(orders, Order::target))
                .bind("letters", column(orders, Order::letter))
                .bind("people", column(orders, Order::person))
                .bind("subjects", column(orders, Order::subject))
                .update();
    }

    /**
     * Takes what is due until {@code back}, so that nobody holds a row, and with it the horizon of the journal, while a mail server
     * thinks. Whoever dies meanwhile has it tried again after that.
     */
    List<Delivery> take(Instant now, Instant back, int most) {
        return db.sql("""
                update channel.delivery d
                   set next_at = :back, attempts = attempts + 1
                  from (select id from channel.delivery where next_at <= :now order by next_at limit :most for update skip locked) due
                 where d.id = due.id
                returning %s
                """.formatted(COLUMNS.replaceAll("(\\w+)", "d.$1")))
                .bind("now", now)
                .bind("back", back)
                .bind("most", most)
                .list(DeliverySql::delivery);
    }

    void sent(long id, Instant now) {
        db.sql(
                        "update channel.delivery set sent_at = :now, next_at = null, problem = null, answer = null where id = :id and next_at is not null")
                .bind("id", id)
                .bind("now", now)
                .update();
    }

    /** Tried again then, or given up when there is no then. */
    void failed(long id, Sending.Failed failed, @Nullable Instant then, Instant now) {
        db.sql("""
                update channel.delivery
                   set next_at = :then::timestamptz, dead_at = case when :then::timestamptz is null then :now end,
                       problem = :problem, answer = :answer::integer
                 where id = :id and next_at is not null
                """)
                .bind("id", id)
                .bind("then", then)
                .bind("now", now)
                .bind("problem", failed.problem())
                .bind("answer", failed.answer())
                .update();
    }

    /** It was sent, and came back. */
    void bounced(long entry, long id) {
        db.sql("""
                update channel.delivery set dead_at = sent_at, sent_at = null, problem = 'channel.problem_bounced'
                 where id = :id and entry = :entry and sent_at is not null
                """).bind("id", id).bind("entry", entry).update();
    }

    boolean retry(long id, Instant now) {
        return db.sql(
                                "update channel.delivery set next_at = :now, dead_at = null, attempts = 0 where id = :id and dead_at is not null")
                        .bind("id", id)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** Given up, newest first. */
    List<Delivery> dead(int limit) {
        return db.sql("select " + COLUMNS
                        + " from channel.delivery where dead_at is not null order by id desc limit :limit")
                .bind("limit", limit)
                .list(DeliverySql::delivery);
    }

    /** Still on their way, the soonest first. */
    List<Delivery> waiting(int limit) {
        return db.sql("select " + COLUMNS
                        + " from channel.delivery where next_at is not null order by next_at limit :limit")
                .bind("limit", limit)
                .list(DeliverySql::delivery);
    }

    /** How many letters of a sort somebody was sent, or is to be sent, since then. */
    Map<Long, Long> written(Collection<Long> people, Occasion letter, Instant since) {
        record Line(long person, long n) {}
        return db
                .sql("""
                select person_id, count(*) as n from channel.delivery
                 where person_id = any(:people::bigint[]) and letter = :letter and created_at > :since group by person_id
                """)
                .bind("people", people)
                .bind("letter", letter)
                .bind("since", since)
                .list(row -> new Line(row.number("person_id"), row.number("n")))
                .stream()
                .collect(Collectors.toMap(Line::person, Line::n));
    }

    int purge(Instant until, int most) {
        return db.sql("""
                delete from channel.delivery
                 where id in (select id from channel.delivery where sent_at < :until order by sent_at limit :most for update skip locked)
                """).bind("until", until).bind("most", most).update();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.number("id"),
                row.number("entry"),
                row.word("letter", Occasion.class),
                row.number("person_id"),
                row.number("subject"),
                row.instant("created_at"),
                row.integer("attempts"),
                row.instantOrNull("next_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("dead_at"),
                row.textOrNull("problem"),
                row.integerOrNull("answer"));
    }
}
