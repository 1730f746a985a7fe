package dev.qiao.people.totp;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All SQL of second factors. */
@Component
class FactorSql {
    private final Db db;

    FactorSql(Db db) {
        this.db = db;
    }

    Optional<Factor> find(long person) {
        return db.sql("""
                select person_id, secret, set_up_at, tries, tried_at, recovery from people.totp where person_id = :person
                """).bind("person", person).optional(FactorSql::factor);
    }

    /** Begins anew, unless it is set up. */
    void begin(long person, byte[] secret) {
        db.sql("""
                insert into people.totp (person_id, secret) values (:person, :secret)
                on conflict (person_id) do update set secret = excluded.secret where totp.set_up_at is null
                """).bind("person", person).bind("secret", secret).update();
    }

    boolean demanded(long person) {
        return db.sql("""
                select exists (select from people.person_role g join people.totp_role t on t.role_id = g.role_id
                               where g.person_id = :person) as demanded
                """).bind("person", person).one(row -> row.yes("demanded"));
    }

    /** Counts a try, of several at once only one; the next good code takes the count back. */
    boolean tried(Factor factor, Instant now) {
        return db.sql("""
                update people.totp set tries = tries + 1, tried_at = :now
                where person_id = :person and tries = :tries
                """)
                        .bind("person", factor.person())
                        .bind("tries", factor.tries())
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** False when a code of this step or a later one was shown before. */
    boolean shown(long person, long step) {
        return db.sql("""
                update people.totp set last_step = :step, tries = 0 where person_id = :person and last_step < :step
                """).bind("person", person).bind("step", step).update() == 1;
    }

    /** Uses up a code on paper; false when there is none such. */
    boolean used(long person, String hash) {
        return db.sql("""
                update people.totp set recovery = array_remove(recovery, :hash), tries = 0
                where person_id = :person and :hash = any(recovery)
                """).bind("person", person).bind("hash", hash).update() == 1;
    }

    void setUp(long person, List<String> recovery, Instant now) {
        db.sql("update people.totp set set_up_at = :now, recovery = :recovery::text[] where person_id = :person")
                .bind("person", person)
                .bind("recovery", recovery)
                .bind("now", now)
                .updateOne();
    }

    boolean remove(long person) {
        return db.sql("delete from people.totp where person_id = :person")
                        .bind("person", person)
                        .update()
                == 1;
    }

    /** Persons who have set one up, the newest first. */
    List<Long> holders(int limit) {
        return db.sql("""
                select person_id from people.totp where set_up_at is not null order by set_up_at desc, person_id limit :limit
                """).bind("limit", limit).list(row -> row.number("person_id"));
    }

    Set<Long> demandingRoles() {
        return Set.copyOf(
                db.sql("select role_id from people.totp_role limit 1000").list(row -> row.number("role_id")));
    }

    boolean demand(long role, boolean demanded, Instant now) {
        var change = demanded
                ? db.sql("insert into people.totp_role (role_id, since) values (:role, :now) on conflict do nothing")
                        .bind("now", now)
                : db.sql("delete from people.totp_role where role_id = :role");
        return change.bind("role", role).update() == 1;
    }

    private static Factor factor(Row row) {
        return new Factor(
                row.number("person_id"),
                row.bytes("secret"),
                row.instantOrNull("set_up_at"),
                row.integer("tries"),
                row.instantOrNull("tried_at"),
                row.texts("recovery"));
    }
}
