package dev.qiao.channel.mail.imap;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of how far boxes were fetched. */
@Repository
class PlaceSql {
    private static final int LONGEST = 300;

    private final Db db;

    PlaceSql(Db db) {
        this.db = db;
    }

    /** True for the one node that fetches from this box until then. */
    boolean lease(long mailbox, Instant until, Instant now) {
        return db.sql("""
                insert into channel.mailbox_place (mailbox_id, begun_at, leased_until) values (:mailbox, :now, :until)
                on conflict (mailbox_id) do update set leased_until = excluded.leased_until
                 where mailbox_place.leased_until is null or mailbox_place.leased_until <= :now
                    or mailbox_place.leased_until > :now::timestamptz + interval '1 hour'
                """)
                        .bind("mailbox", mailbox)
                        .bind("until", until)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** Goes on, all well. */
    void well(long mailbox, Instant until, Instant now) {
        db.sql("""
                update channel.mailbox_place set leased_until = :until, looked_at = :now, problem = null, detail = ''
                 where mailbox_id = :mailbox
                """)
                .bind("mailbox", mailbox)
                .bind("until", until)
                .bind("now", now)
                .update();
    }

    /** Not tried again before then. */
    void failed(long mailbox, String problem, String detail, Instant until) {
        db.sql("""
                update channel.mailbox_place set leased_until = :until, problem = :problem, detail = :detail where mailbox_id = :mailbox
                """)
                .bind("mailbox", mailbox)
                .bind("until", until)
                .bind("problem", problem)
                .bind("detail", detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail)
                .update();
    }

    void release(long mailbox) {
        db.sql("update channel.mailbox_place set leased_until = null where mailbox_id = :mailbox")
                .bind("mailbox", mailbox)
                .update();
    }

    void reached(long mailbox, long validity, long uid) {
        db.sql("""
                update channel.mailbox_place
                   set last_uid = case when uid_validity = :validity then greatest(last_uid, :uid) else :uid end, uid_validity = :validity
                 where mailbox_id = :mailbox
                """)
                .bind("mailbox", mailbox)
                .bind("validity", validity)
                .bind("uid", uid)
                .update();
    }

    Optional<Place> find(long mailbox) {
        return db.sql("""
                select uid_validity, last_uid, begun_at, looked_at, problem, detail from channel.mailbox_place where mailbox_id = :mailbox
                """).bind("mailbox", mailbox).optional(PlaceSql::place);
    }

    private static Place place(Row row) {
        return new Place(
                row.numberOrNull("uid_validity"),
                row.number("last_uid"),
                row.instant("begun_at"),
                row.instantOrNull("looked_at"),
                row.textOrNull("problem"),
                row.text("detail"));
    }
}
