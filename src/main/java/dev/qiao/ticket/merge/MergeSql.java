package dev.qiao.ticket.merge;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which ticket goes on in which, and how it stood before. */
@Repository
class MergeSql {
    private final Db db;

    MergeSql(Db db) {
        this.db = db;
    }

    /** Merges follow one another: what two of them do together must not be more than each checked. */
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('ticket.merge')) is null as held")
                .list(row -> row.yes("held"));
    }

    void insert(long number, long into, Stage before, long by, Instant at) {
        var hold = before instanceof Stage.OnHold h ? h : null;
        db.sql("""
                insert into ticket.merge (number, into_number, at, by_id, stage, since, engineer_id, hold_for, hold_reason, return_at)
                values (:number, :into, :at, :by, :stage, :since, :engineer, :holdFor, :holdReason, :returnAt)
                """)
                .bind("number", number)
                .bind("into", into)
                .bind("at", at)
                .bind("by", by)
                .bind("stage", before.name())
                .bind("since", before.since())
                .bind("engineer", before.owner())
                .bind("holdFor", hold == null ? null : hold.waitsFor())
                .bind("holdReason", hold == null ? null : hold.reason())
                .bind("returnAt", hold == null ? null : hold.until())
                .updateOne();
    }

    Optional<Merge> find(long number) {
        return of(List.of(number)).stream().findFirst();
    }

    /** Into which each of these goes at once; those that stand by themselves are left out. */
    Map<Long, Long> into(Collection<Long> numbers) {
        return of(numbers).stream().collect(toMap(Merge::number, Merge::into));
    }

    private List<Merge> of(Collection<Long> numbers) {
        return db.sql("select number, into_number, at, by_id from ticket.merge where number = any(:numbers::bigint[])")
                .bind("numbers", numbers)
                .list(MergeSql::merge);
    }

    /** What was merged into it itself. */
    List<Long> direct(long number, int most) {
        return db.sql("select number from ticket.merge where into_number = :number order by number limit :most")
                .bind("number", number)
                .bind("most", most)
                .list(row -> row.number("number"));
    }

    /** Where it goes on, and where that does, to the one that stands by itself; empty when it does so itself. */
    List<Long> chain(long number, int most) {
        return db.sql("""
                with recursive up (number, level) as (
                    select into_number, 1 from ticket.merge where number = :number
                    union all
                    select m.into_number, up.level + 1 from up join ticket.merge m on m.number = up.number
                     where up.level < :most)
                select number from up order by level limit :most
                """).bind("number", number).bind("most", most).list(row -> row.number("number"));
    }

    /** For each of these the end of its chain; those that stand by themselves are left out. */
    Map<Long, Long> survivors(Collection<Long> numbers, int most) {
        record End(long number, long survivor) {}
        return db
                .sql("""
                with recursive up (origin, number, level) as (
                    select number, into_number, 1 from ticket.merge where number = any(:numbers::bigint[])
                    union all
                    select up.origin, m.into_number, up.level + 1 from up join ticket.merge m on m.number = up.number
                     where up.level < :most)
                select distinct on (origin) origin, number from up order by origin, level desc
                """)
                .bind("numbers", numbers)
                .bind("most", most)
                .list(row -> new End(row.number("origin"), row.number("number")))
                .stream()
                .collect(toMap(End::number, End::survivor));
    }

    /** What goes on in it, directly or through others, the earliest first. */
    List<Merge> within(long number, int most) {
        return db.sql("""
                with recursive down (number, into_number, at, by_id) as (
                    select number, into_number, at, by_id from ticket.merge where into_number = :number
                    union all
                    select m.number, m.into_number, m.at, m.by_id from down join ticket.merge m on m.into_number = down.number)
                select number, into_number, at, by_id from down order by at, number limit :most
                """).bind("number", number).bind("most", most).list(MergeSql::merge);
    }

    /** How it stood before; null when it had ended already. */
    @Nullable
    Stage before(long number) {
        return db.sql("""
                select stage, since, engineer_id, hold_for, hold_reason, return_at from ticket.merge where number = :number
                """)
                .bind("number", number)
                .list(MergeSql::stage)
                .getFirst()
                .orElse(null);
    }

    void delete(long number) {
        db.sql("delete from ticket.merge where number = :number")
                .bind("number", number)
                .updateOne();
    }

    private static Optional<Stage> stage(Row row) {
        var since = row.instant("since");
        var engineer = row.numberOrNull("engineer_id");
        return switch (row.word("stage", Stage.Name.class)) {
            case WAITING -> Optional.of(new Stage.Waiting(since));
            case WORKING -> Optional.of(new Stage.Working(Objects.requireNonNull(engineer), since));
            case ON_HOLD ->
                Optional.of(new Stage.OnHold(
                        row.word("hold_for", HoldFor.class),
                        Objects.requireNonNullElse(row.textOrNull("hold_reason"), ""),
                        row.instantOrNull("return_at"),
                        engineer,
                        since));
            case RESOLVED, CLOSED -> Optional.empty();
        };
    }

    private static Merge merge(Row row) {
        return new Merge(row.number("number"), row.number("into_number"), row.instant("at"), row.number("by_id"));
    }
}
