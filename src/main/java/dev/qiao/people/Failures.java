package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.people.SignIn.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows who guesses. A known browser is counted by itself alone: what somebody tries elsewhere on its owner's name never slows it.
 */
@Component
class Failures {
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /**
     * What failed sign-ins are counted by, and how many of them are free.
     *
     * @param hash so that a mistyped password in the login field is not stored
     */
    record Aim(String hash, int free) {
        private static final Duration LONGEST = Duration.ofMinutes(15);

        static Aim at(int free, String... parts) {
            return new Aim(Seal.hash(String.join("\n", parts)), free);
        }

        /** How long after the last of so many failures nothing is tried: 2 s, 4 s, 8 s … 15 min. */
        Duration delay(int failures) {
            if (failures < free) return Duration.ZERO;
            var delay = Duration.ofSeconds(1L << Math.min(failures - free + 1, 20));
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
    }

    private record Past(String hash, int count, Instant lastAt) {}

    private final Db db;

    Failures(Db db) {
        this.db = db;
    }

    static List<Aim> aims(String login, Source source, boolean known) {
        if (known) return List.of(Aim.at(10, "device", login, String.valueOf(source.device())));
        return List.of(
                Aim.at(5, "pair", login, source.network()),
                Aim.at(50, "address", source.network()),
                Aim.at(30, "login", login));
    }

    /** Counts this try before it is made, so that many at once gain nothing. Errors: too many, with the seconds to wait. */
    void count(List<Aim> aims, Instant now) {
        var wait = wait(aims, now);
        if (wait.isPositive()) throw Refused.tooMany(wait, "people.wait", Math.max(1, wait.toSeconds()));
        db.sql("""
                insert into people.failure as f (hash, count, last_at)
                select hash, 1, :now::timestamptz from unnest(:hashes::text[]) as t (hash) order by hash
                on conflict (hash) do update
                set count = case when f.last_at < :forgotten then 1 else f.count + 1 end, last_at = excluded.last_at
                """)
                .bind("hashes", Db.column(aims, Aim::hash))
                .bind("now", now)
                .bind("forgotten", now.minus(FORGOTTEN))
                .update();
    }

    /** The try was right: it does not count, and what led to it is forgiven where it was aimed at one person from one place. */
    void forgive(List<Aim> aims) {
        db.sql("delete from people.failure where hash = :hash")
                .bind("hash", aims.getFirst().hash())
                .update();
        db.sql("update people.failure set count = greatest(count - 1, 0) where hash = any(:hashes::text[])")
                .bind("hashes", Db.column(aims.subList(1, aims.size()), Aim::hash))
                .update();
    }

    int purge(Instant now) {
        return db.sql("""
                delete from people.failure where hash in
                    (select hash from people.failure where last_at < :forgotten limit 500)
                """).bind("forgotten", now.minus(FORGOTTEN)).update();
    }

    private Duration wait(List<Aim> aims, Instant now) {
        Map<String, Past> past = db
                .sql("""
                select hash, count, last_at from people.failure
                where hash = any(:hashes::text[]) and last_at >= :forgotten
                """)
                .bind("hashes", Db.column(aims, Aim::hash))
                .bind("forgotten", now.minus(FORGOTTEN))
                .list(row -> new Past(row.text("hash"), row.integer("count"), row.instant("last_at")))
                .stream()
                .collect(Collectors.toMap(Past::hash, p -> p));
        return aims.stream()
                .flatMap(aim -> Stream.ofNullable(past.get(aim.hash())).map(before -> left(aim, before, now)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Never longer than the delay itself, also where the clock was set back since. */
    private static Duration left(Aim aim, Past before, Instant now) {
        var delay = aim.delay(before.count());
        var left = Duration.between(now, before.lastAt().plus(delay));
        return left.compareTo(delay) < 0 ? left : delay;
    }
}
