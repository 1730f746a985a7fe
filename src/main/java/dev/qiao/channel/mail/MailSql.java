package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.channel.mail.MailRoom.Arrival;
import dev.qiao.channel.mail.MailRoom.Uid;
import dev.qiao.channel.mail.read.Bounce;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of mails that came. */
@Repository
class MailSql {
    private static final String MAIL = """
            select m.id, m.mailbox_id, m.bytes, m.received_at, m.way, m.envelope, m.recipients, m.attempts, m.outcome,
                   m.reason::text as reason, m.settled_at, m.number, m.outside, m.sender, m.subject, m.bounce::text as bounce,
                   m.left_out, exists(select 1 from channel.mail_raw r where r.mail_id = m.id) as raw
              from channel.mail m
            """;

    private final Db db;

    MailSql(Db db) {
        this.db = db;
    }

    /** Empty when the same bytes are here already. */
    Optional<Long> insert(Arrival arrival, String sha256, Instant now) {
        return db.sql("""
                insert into channel.mail (mailbox_id, sha256, bytes, received_at, way, envelope, recipients)
                values (:mailbox, :sha256, :bytes, :now, :way, :envelope, :recipients::text[])
                on conflict (sha256) do nothing returning id
                """)
                .bind("mailbox", arrival.mailbox())
                .bind("sha256", sha256)
                .bind("bytes", (long) arrival.raw().length)
                .bind("now", now)
                .bind("way", arrival.way())
                .bind("envelope", arrival.envelope())
                .bind("recipients", arrival.recipients())
                .optional(row -> row.number("id"));
    }

    void keep(long id, byte[] packed) {
        db.sql("insert into channel.mail_raw (mail_id, packed) values (:id, :packed)")
                .bind("id", id)
                .bind("packed", packed)
                .update();
    }

    long idOf(String sha256) {
        return db.sql("select id from channel.mail where sha256 = :sha256")
                .bind("sha256", sha256)
                .one(row -> row.number("id"));
    }

    void seen(long mailbox, Uid uid, long id) {
        db.sql("""
                insert into channel.mail_seen (mailbox_id, uid_validity, uid, mail_id) values (:mailbox, :validity, :uid, :id)
                on conflict do nothing
                """)
                .bind("mailbox", mailbox)
                .bind("validity", uid.validity())
                .bind("uid", uid.uid())
                .bind("id", id)
                .update();
    }

    /** The oldest that wait; an attempt is counted before it is made, so that a mail which kills its reader is known by that. */
    List<Mail> take(int most) {
        var ids = db.sql("""
                update channel.mail set attempts = attempts + 1
                 where id in (select id from channel.mail where outcome is null order by id limit :most for update skip locked)
                returning id
                """).bind("most", most).list(row -> row.number("id"));
        return ids.isEmpty()
                ? List.of()
                : db.sql(MAIL + "where m.id = any(:ids::bigint[]) order by m.id")
                        .bind("ids", ids)
                        .list(MailSql::mail);
    }

    /** How many wait; counting ends at {@code most}. */
    int waiting(int most) {
        return db.sql("select count(*)::int as n from (select 1 from channel.mail where outcome is null limit :most) w")
                .bind("most", most)
                .one(row -> row.integer("n"));
    }

    Optional<byte[]> packed(long id) {
        return db.sql("select packed from channel.mail_raw where mail_id = :id")
                .bind("id", id)
                .optional(row -> row.bytes("packed"));
    }

    /** Intake goes one by one, on whatever node: two mails of one talk must see each other. */
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('channel.mail')) is null as held")
                .one(row -> row.yes("held"));
    }

    /** Whether it still waits. */
    boolean waits(long id) {
        return db.sql("select outcome is null as waits from channel.mail where id = :id for update")
                .bind("id", id)
                .optional(row -> row.yes("waits"))
                .orElse(false);
    }

    void settle(
            long id,
            Settled settled,
            String sender,
            String subject,
            String messageId,
            @Nullable String fingerprint,
            Instant now) {
        db.sql("""
                update channel.mail
                   set outcome = :outcome, reason = :reason::jsonb, settled_at = :now, number = :number::bigint,
                       comment_id = :comment::bigint, outside = :outside, sender = :sender, subject = :subject,
                       message_id = :message, fingerprint = :fingerprint, bounce = :bounce::jsonb, left_out = :left::text[]
                 where id = :id and outcome is null
                """)
                .bind("id", id)
                .bind("outcome", settled.outcome())
                .bind("reason", settled.reason() == null ? null : Json.of(settled.reason()))
                .bind("now", now)
                .bind("number", settled.number())
                .bind("comment", settled.comment())
                .bind("outside", settled.outside())
                .bind("sender", sender)
                .bind("subject", subject)
                .bind("message", messageId)
                .bind("fingerprint", fingerprint)
                .bind("bounce", settled.bounce() == null ? null : Json.of(settled.bounce()))
                .bind("left", settled.leftOut())
                .updateOne();
    }

    /** The one that said the same before and was heard. */
    Optional<Mail> twin(String fingerprint) {
        return db.sql(
                        MAIL
                                + "where m.fingerprint = :fingerprint and m.outcome in ('ticket', 'comment') order by m.id limit 1")
                .bind("fingerprint", fingerprint)
                .optional(MailSql::mail);
    }

    /** How many of this sender became something since then. */
    int heard(String sender, Instant since) {
        return db.sql("""
                select count(*)::int as n from channel.mail
                 where sender = :sender and settled_at >= :since and outcome in ('ticket', 'comment')
                """).bind("sender", sender).bind("since", since).one(row -> row.integer("n"));
    }

    /** From quarantine back to those that wait, or to what was given up; false when it is not there. */
    boolean release(long id, @Nullable Outcome outcome, @Nullable Json reason) {
        return db.sql("""
                update channel.mail
                   set outcome = :outcome::text, reason = :reason::jsonb, attempts = 0,
                       settled_at = case when :outcome::text is null then null else settled_at end
                 where id = :id and outcome = 'quarantined'
                """)
                        .bind("id", id)
                        .bind("outcome", outcome)
                        .bind("reason", reason)
                        .update()
                == 1;
    }

    Optional<Mail> find(long id) {
        return db.sql(MAIL + "where m.id = :id").bind("id", id).optional(MailSql::mail);
    }

    /** The newest first. */
    List<Mail> page(@Nullable Outcome outcome, boolean waiting, @Nullable Long mailbox, long before, int limit) {
        return db.sql(MAIL + """
                 where m.id < :before and (:outcome::text is null or m.outcome = :outcome)
                   and (not :waiting or m.outcome is null) and (:mailbox::bigint is null or m.mailbox_id = :mailbox)
                 order by m.id desc limit :limit
                """)
                .bind("outcome", outcome)
                .bind("waiting", waiting)
                .bind("mailbox", mailbox)
                .bind("before", before)
                .bind("limit", limit)
                .list(MailSql::mail);
    }

    /** What belongs to these tickets, the oldest first. */
    List<Mail> of(Collection<Long> numbers, int limit) {
        return db.sql(MAIL + "where m.number = any(:numbers::bigint[]) order by m.id limit :limit")
                .bind("numbers", numbers)
                .bind("limit", limit)
                .list(MailSql::mail);
    }

    /** Forgets bytes of mails that were settled long ago and lost nothing on the way; returns how many. */
    int forget(Instant before, int most) {
        return db.sql("""
                delete from channel.mail_raw where mail_id in (
                       select m.id from channel.mail m join channel.mail_raw r on r.mail_id = m.id
                        where m.settled_at < :before and m.outcome <> 'quarantined' and m.left_out = '{}' order by m.settled_at limit :most)
                """).bind("before", before).bind("most", most).update();
    }

    private static Mail mail(Row row) {
        var reason = row.jsonOrNull("reason");
        var bounce = row.jsonOrNull("bounce");
        return new Mail(
                row.number("id"),
                row.number("mailbox_id"),
                row.number("bytes"),
                row.instant("received_at"),
                row.word("way", Mail.Way.class),
                row.textOrNull("envelope"),
                row.texts("recipients"),
                row.integer("attempts"),
                row.wordOrNull("outcome", Outcome.class),
                reason == null ? null : reason.as(Refused.Problem.class),
                row.instantOrNull("settled_at"),
                row.numberOrNull("number"),
                row.yes("outside"),
                row.text("sender"),
                row.text("subject"),
                bounce == null ? null : bounce.as(Bounce.class),
                row.texts("left_out"),
                row.yes("raw"));
    }
}
