package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.talk.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Words and files of tickets. */
@Repository
class CommentSql {
    private static final String COMMENT =
            "select id, number, at, author_id, audience, body, mentions from ticket.comment ";
    private static final String ATTACHMENT =
            "select id, number, comment_id, audience, name, type, bytes, sha256, at, by_id from ticket.attachment ";

    private final Db db;

    CommentSql(Db db) {
        this.db = db;
    }

    long insert(long number, Instant at, long author, Audience audience, String body, List<Long> mentions) {
        return db.sql("""
                insert into ticket.comment (number, at, author_id, audience, body, mentions)
                values (:number, :at, :author, :audience, :body, :mentions::bigint[])
                returning id
                """)
                .bind("number", number)
                .bind("at", at)
                .bind("author", author)
                .bind("audience", audience)
                .bind("body", body)
                .bind("mentions", mentions)
                .one(row -> row.number("id"));
    }

    /** Oldest first. */
    List<Comment> of(Collection<Long> numbers, Collection<Audience> audiences, long after, int limit) {
        return db.sql(COMMENT + """
                where number = any(:numbers::bigint[]) and audience = any(:audiences::text[]) and id > :after order by id limit :limit
                """)
                .bind("numbers", numbers)
                .bind("audiences", audiences)
                .bind("after", after)
                .bind("limit", limit)
                .list(CommentSql::comment);
    }

    /** The newest of a stretch, oldest first. */
    List<Comment> newest(Collection<Long> numbers, Collection<Audience> audiences, Stretch stretch, int limit) {
        return db.sql(COMMENT + """
                        where number = any(:numbers::bigint[]) and audience = any(:audiences::text[])
                          and (:after::timestamptz is null or at > :after) and (:until::timestamptz is null or at <= :until)
                        order by at desc, id desc limit :limit
                        """)
                .bind("numbers", numbers)
                .bind("audiences", audiences)
                .bind("after", stretch.after())
                .bind("until", stretch.until())
                .bind("limit", limit)
                .list(CommentSql::comment)
                .reversed();
    }

    /** Those of them that stand on this ticket go to the other, with their files; returns them, oldest first. */
    List<Comment> move(Collection<Long> ids, long from, long into) {
        db.sql("update ticket.attachment set number = :into where comment_id = any(:ids::bigint[]) and number = :from")
                .bind("ids", ids)
                .bind("from", from)
                .bind("into", into)
                .update();
        return db.sql("""
                with moved as (
                    update ticket.comment set number = :into where id = any(:ids::bigint[]) and number = :from
                    returning id, number, at, author_id, audience, body, mentions)
                select id, number, at, author_id, audience, body, mentions from moved order by id
                """)
                .bind("ids", ids)
                .bind("from", from)
                .bind("into", into)
                .list(CommentSql::comment);
    }

    /** Public words of others than who asked. */
    List<Comment> newest(Collection<Long> numbers) {
        return db.sql("""
                select distinct on (c.number) c.id, c.number, c.at, c.author_id, c.audience, c.body, c.mentions
                  from ticket.comment c join ticket.ticket t on t.number = c.number
                 where c.number = any(:numbers::bigint[]) and c.audience = 'public'
                   and c.author_id not in (t.requester_id, t.reporter_id)
                 order by c.number, c.id desc
                """).bind("numbers", numbers).list(CommentSql::comment);
    }

    /** How many of each may be read by these audiences; tickets without any are left out. */
    Map<Long, Integer> counts(Collection<Long> numbers, Collection<Audience> audiences) {
        record Line(long number, int count) {}
        return db
                .sql("""
                        select number, count(*)::int as n from ticket.comment
                         where number = any(:numbers::bigint[]) and audience = any(:audiences::text[]) group by number
                        """)
                .bind("numbers", numbers)
                .bind("audiences", audiences)
                .list(row -> new Line(row.number("number"), row.integer("n")))
                .stream()
                .collect(Collectors.toMap(Line::number, Line::count));
    }

    void insert(Attachment a) {
        db.sql("""
                insert into ticket.attachment (id, number, comment_id, audience, name, type, bytes, sha256, at, by_id)
                values (:id, :number, :comment, :audience, :name, :type, :bytes, :sha256, :at, :by)
                """)
                .bind("id", a.id())
                .bind("number", a.number())
                .bind("comment", a.comment())
                .bind("audience", a.audience())
                .bind("name", a.name())
                .bind("type", a.type())
                .bind("bytes", a.bytes())
                .bind("sha256", a.sha256())
                .bind("at", a.at())
                .bind("by", a.by())
                .updateOne();
    }

    List<Attachment> attachments(Collection<Long> numbers, Collection<Audience> audiences) {
        return db.sql(ATTACHMENT + """
                where number = any(:numbers::bigint[]) and audience = any(:audiences::text[]) order by at, id limit 500
                """)
                .bind("numbers", numbers)
                .bind("audiences", audiences)
                .list(CommentSql::attachment);
    }

    /** What came with these comments, and what came without any. */
    List<Attachment> attachments(Collection<Long> numbers, Collection<Long> comments, Collection<Audience> audiences) {
        return db.sql(ATTACHMENT + """
                        where number = any(:numbers::bigint[]) and (comment_id is null or comment_id = any(:comments::bigint[]))
                          and audience = any(:audiences::text[]) order by at desc, id limit 2000
                        """)
                .bind("numbers", numbers)
                .bind("comments", comments)
                .bind("audiences", audiences)
                .list(CommentSql::attachment)
                .reversed();
    }

    @Nullable
    Attachment attachment(UUID id) {
        return db.sql(ATTACHMENT + "where id = :id")
                .bind("id", id)
                .optional(CommentSql::attachment)
                .orElse(null);
    }

    /** Ties files that were put in ahead to what they belong to; only one's own, and only once. Returns their names. */
    List<String> tie(@Nullable Long comment, long number, long by, Audience audience, Collection<UUID> files) {
        return db.sql("""
                update ticket.attachment set comment_id = :comment::bigint, number = :number, audience = :audience
                 where id = any(:files::uuid[]) and by_id = :by and number is null
                returning name
                """)
                .bind("comment", comment)
                .bind("audience", audience)
                .bind("files", files)
                .bind("number", number)
                .bind("by", by)
                .list(row -> row.text("name"));
    }

    /** What somebody has put in and not sent yet. */
    record Loose(int files, long bytes) {
        static final int MOST = 3 * Conversation.FILES_AT_ONCE;
        static final long MOST_BYTES = Conversation.FILES_AT_ONCE * Conversation.LARGEST_FILE;

        void mustTake(long more) {
            if (files >= MOST || bytes + more > MOST_BYTES)
                throw Refused.conflict("ticket.files_not_sent", MOST, MOST_BYTES >> 20);
        }
    }

    Loose loose(long by) {
        return db.sql("""
                select count(*)::int as files, coalesce(sum(bytes), 0)::bigint as bytes
                  from ticket.attachment where by_id = :by and number is null
                """).bind("by", by).one(row -> new Loose(row.integer("files"), row.number("bytes")));
    }

    /** Two files of one person are counted one after the other. */
    void holdLoose(long by) {
        db.sql("select pg_advisory_xact_lock(hashtext('ticket.loose'), hashint8(:by)) is null as held")
                .bind("by", by)
                .one(row -> row.yes("held"));
    }

    /** Forgets what was put in but never sent. */
    int forgetLoose(Instant before, int limit) {
        return db.sql("""
                delete from ticket.attachment where id in
                  (select id from ticket.attachment where number is null and at < :before limit :limit for update skip locked)
                """).bind("before", before).bind("limit", limit).update();
    }

    private static Comment comment(Row row) {
        return new Comment(
                row.number("id"),
                row.number("number"),
                row.instant("at"),
                row.number("author_id"),
                row.word("audience", Audience.class),
                row.text("body"),
                row.numbers("mentions"));
    }

    private static Attachment attachment(Row row) {
        return new Attachment(
                row.uuid("id"),
                row.numberOrNull("number"),
                row.numberOrNull("comment_id"),
                row.word("audience", Audience.class),
                row.text("name"),
                row.text("type"),
                row.number("bytes"),
                row.text("sha256"),
                row.instant("at"),
                row.number("by_id"));
    }
}
