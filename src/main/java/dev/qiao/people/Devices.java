package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.people.SignIn.Source;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Browsers from which somebody has signed in before. */
@Component
class Devices {
    private final Db db;

    Devices(Db db) {
        this.db = db;
    }

    boolean knows(Source source, Optional<Person> person) {
        if (source.device() == null || person.isEmpty()) return false;
        return db.sql("select 1 as known from people.device where hash = :hash and person_id = :person")
                .bind("hash", Seal.hash(source.device()))
                .bind("person", person.get().id())
                .optional(row -> row.integer("known"))
                .isPresent();
    }

    /** Returns what the browser keeps: what it has, or a new secret. */
    String remember(Source source, long person, Instant now) {
        var device = source.device() == null ? Seal.random() : source.device();
        db.sql("""
                insert into people.device (hash, person_id, last_used) values (:hash, :person, :now)
                on conflict (hash, person_id) do update set last_used = excluded.last_used
                """)
                .bind("hash", Seal.hash(device))
                .bind("person", person)
                .bind("now", now)
                .updateOne();
        return device;
    }

    int purge(Instant now) {
        return db.sql("""
                delete from people.device where (hash, person_id) in
                    (select hash, person_id from people.device where last_used < :forgotten limit 500)
                """).bind("forgotten", now.minus(SignIn.DEVICE)).update();
    }
}
