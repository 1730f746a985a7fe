package dev.qiao.channel;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inbox of each person: what they were told, and what of it they have read. Nobody sees another's. */
@Component
public class Notices {
    private final NoticeSql sql;

    Notices(NoticeSql sql) {
        this.sql = sql;
    }

    /**
     * Newest first.
     *
     * @param before goes on below this notice; null from the top
     */
    public List<Notice> of(Me me, boolean unreadOnly, @Nullable Long before, int limit) {
        return sql.page(me.id(), unreadOnly, before, Math.clamp(limit, 1, 201));
    }

    /** Whether it tells whoever complained what they are answered. */
    public static boolean answers(Notice notice) {
        return HeardTelling.ANSWERS.contains(notice.key());
    }

    /** Counts no further than a thousand. */
    public long unread(Me me) {
        return sql.unread(me.id());
    }

    /** Marks one as read; twice is harmless. Errors: not found, also for what is another's. */
    public Notice read(long id, Me me, Instant now) {
        sql.read(id, me.id(), now);
        return Optional.ofNullable(sql.find(id, me.id())).orElseThrow(() -> Refused.notFound("channel.no_notice"));
    }

    /** Marks all down from this one as read, so that what came meanwhile stays unread. */
    public void readUpTo(long last, Me me, Instant now) {
        sql.readUpTo(last, me.id(), now);
    }
}
