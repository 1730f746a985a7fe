package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.people.SignIn.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows who guesses, and nobody else: a wait comes only from what was tried in the same browser or from the same network. What
 * somebody tries elsewhere on its owner's name never slows a known browser, and leaves a new one at another place its first tries.
 */
@Component
class Failures {
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** So many failures on one name, from wherever, are a siege: whoever is not known there then has little to try. */
    static final int SIEGE = 30;

    /** How the waits of who fails again and again grow. */
    enum Pace {
        /** 2 s, 4 s, 8 s … 15 min. */
        USUAL(Duration.ofSeconds(2), 2, Duration.ofMinutes(15)),
        /** 1 min, 4 min, 16 min, 1 h: many networks together gain little, too. */
        SIEGE(Duration.ofMinutes(1), 4, Duration.ofHours(1));

        private static final int STEPS = 20;

        private final Duration first;
        private final long growth;
        private final Duration longest;

        Pace(Duration first, long growth, Duration longest) {
            this.first = first;
            this.growth = growth;
            this.longest = longest;
        }

        Duration delay(int beyond) {
            var delay = first;
            for (int i = 0; i < Math.min(beyond, STEPS) && delay.compareTo(longest) < 0; i++)
                delay = delay.multipliedBy(growth);
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }

    /**
     * What failed sign-ins are counted by, and how many of them are free.
     *
     * @param hash so that a mistyped password in the login field is not stored
     */
    record Aim(String hash, int free, Pace pace) {
        /** A typing error is forgiven also under siege. */
        private static final int FREE_UNDER_SIEGE = 2;

        static Aim at(int free, String... parts) {
            return new Aim(hash(parts), free, Pace.USUAL);
        }

        private static String hash(String... parts) {
            return Seal.hash(String.join("\n", parts));
        }

        /** How long after the last of so many failures nothing is tried. */
        Duration delay(int failures) {
            return failures < free ? Duration.ZERO : pace.delay(failures - free);
        }

        private Aim besieged() {
            return new Aim(hash, FREE_UNDER_SIEGE, Pace.SIEGE);
        }
    }

    /**
     * What one try is counted by.
     *
     * @param narrow one person from one place
     * @param wide everybody from that place; null: a known browser, where nobody else is
     * @param name one person from everywhere: nobody waits for it, but it tells a siege
     */
    record Aims(Aim narrow, @Nullable Aim wide, @Nullable String name) {
        private List<String> hashes() {
            return Stream.of(narrow.hash(), wide == null ? null : wide.hash(), name)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Those for which one waits. */
        private List<Aim> waits(Map<String, Past> past) {
            if (wide == null) return List.of(narrow);
            var all = past.get(Objects.requireNonNull(name));
            return List.of(all != null && all.count >= SIEGE ? narrow.besieged() : narrow, wide);
        }
    }

    private record Past(String hash, int count, Instant lastAt) {}

    private final Db db;

    Failures(Db db) {
        this.db = db;
    }

    static Aims aims(String login, Source source, boolean known) {
        if (known) return new Aims(Aim.at(10, "device", login, String.valueOf(source.device())), null, null);
        return new Aims(
                Aim.at(5, "pair", login, source.network()),
                Aim.at(50, "address", source.network()),
                Aim.hash("login", login));
    }

    /** Counts this try before it is made, so that many at once gain nothing. Errors: too many, with the seconds to wait. */
    void count(Aims aims, Instant now) {
        var wait = db.transact(() -> {
            oneAfterAnother(aims);
            var left = wait(aims, now);
            if (!left.isPositive()) add(aims, now);
            return left;
        });
        if (wait.isPositive()) throw Refused.tooMany(wait, "people.wait", Math.max(1, wait.toSeconds()));
    }

    /** What another try has found is counted before this one looks. In the order of hashes, so that no two wait for each other. */
    private void oneAfterAnother(Aims aims) {
        db.sql("""
                select pg_advisory_xact_lock(hashtextextended(hash, 0))::text as locked
                from unnest(:hashes::text[]) with ordinality as t (hash, place) order by place
                """).bind("hashes", aims.hashes().stream().sorted().toList()).list(row -> row.text("locked"));
    }

    private void add(Aims aims, Instant now) {
        db.sql("""
                insert into people.failure as f (hash, count, last_at)
                select hash, 1, :now::timestamptz from unnest(:hashes::text[]) as t (hash) order by hash
                on conflict (hash) do update
                set count = case when f.last_at < :forgotten then 1 else f.count + 1 end, last_at = excluded.last_at
                """)
                .bind("hashes", aims.hashes())
                .bind("now", now)
                .bind("forgotten", now.minus(FORGOTTEN))
                .update();
    }

    /** The try was right: it does not count, and what led to it is forgiven where it was aimed at one person from one place. */
    void forgive(Aims aims) {
        db.transact(() -> {
            oneAfterAnother(aims);
            var narrow = aims.narrow().hash();
            db.sql("delete from people.failure where hash = :hash")
                    .bind("hash", narrow)
                    .update();
            db.sql("update people.failure set count = greatest(count - 1, 0) where hash = any(:hashes::text[])")
                    .bind(
                            "hashes",
                            aims.hashes().stream()
                                    .filter(hash -> !hash.equals(narrow))
                                    .toList())
                    .update();
        });
    }

    int purge(Instant now) {
        return db.sql("""
                delete from people.failure where hash in
                    (select hash from people.failure where last_at < :forgotten limit 500)
                """).bind("forgotten", now.minus(FORGOTTEN)).update();
    }

    private Duration wait(Aims aims, Instant now) {
        Map<String, Past> past = db
                .sql("""
                select hash, count, last_at from people.failure
                where hash = any(:hashes::text[]) and last_at >= :forgotten
                """)
                .bind("hashes", aims.hashes())
                .bind("forgotten", now.minus(FORGOTTEN))
                .list(row -> new Past(row.text("hash"), row.integer("count"), row.instant("last_at")))
                .stream()
                .collect(Collectors.toMap(Past::hash, p -> p));
        return aims.waits(past).stream()
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
