package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of mailboxes. */
@Repository
class MailboxSql {
    private static final String MAILBOX =
            "select id, draft::text as draft, secret is not null as secret, version from channel.mailbox ";

    private final Db db;

    MailboxSql(Db db) {
        this.db = db;
    }

    List<Mailbox> all(int most) {
        return db.sql(MAILBOX + "order by id limit :most").bind("most", most).list(MailboxSql::mailbox);
    }

    Optional<Mailbox> find(long id) {
        return db.sql(MAILBOX + "where id = :id").bind("id", id).optional(MailboxSql::mailbox);
    }

    /** Those of these addresses. */
    List<Mailbox> of(Collection<String> addresses) {
        return db.sql(MAILBOX + "where address = any(:addresses::text[]) order by id limit 100")
                .bind("addresses", addresses)
                .list(MailboxSql::mailbox);
    }

    Optional<byte[]> secret(long id) {
        return db.sql("select secret from channel.mailbox where id = :id and secret is not null")
                .bind("id", id)
                .optional(row -> row.bytes("secret"));
    }

    long insert(MailboxDraft draft) {
        return db.sql("insert into channel.mailbox (address, draft) values (:address, :draft::jsonb) returning id")
                .bind("address", draft.address())
                .bind("draft", Json.of(draft))
                .one(row -> row.number("id"));
    }

    /** One that was deleted, under the number that it had. False when there is one. */
    boolean insert(long id, MailboxDraft draft) {
        return db.sql("""
                insert into channel.mailbox (id, address, draft) overriding system value
                values (:id, :address, :draft::jsonb) on conflict (id) do nothing
                """)
                        .bind("id", id)
                        .bind("address", draft.address())
                        .bind("draft", Json.of(draft))
                        .update()
                == 1;
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, MailboxDraft draft) {
        return db.sql("""
                update channel.mailbox set address = :address, draft = :draft::jsonb, version = version + 1
                 where id = :id and version = :seen
                """)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("address", draft.address())
                        .bind("draft", Json.of(draft))
                        .update()
                == 1;
    }

    void secret(long id, byte[] closed) {
        db.sql("update channel.mailbox set secret = :secret where id = :id")
                .bind("id", id)
                .bind("secret", closed)
                .updateOne();
    }

    /** Whether mail came there, so that its log needs it. */
    boolean used(long id) {
        return db.sql("select exists(select 1 from channel.mail where mailbox_id = :id) as used")
                .bind("id", id)
                .one(row -> row.yes("used"));
    }

    void delete(long id) {
        db.sql("delete from channel.mailbox where id = :id").bind("id", id).update();
    }

    private static Mailbox mailbox(Row row) {
        return new Mailbox(
                row.number("id"), row.json("draft").as(MailboxDraft.class), row.yes("secret"), row.integer("version"));
    }
}
