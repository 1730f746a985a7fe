package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.signal.SignalFacts.SourceMessageDropped;
import dev.qiao.signal.SignalFacts.SourceMessageReplayed;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was sent, and what of it nobody could read. Looking and deciding need {@link Permission#DESK_CONFIGURE}. */
@Component
public class Quarantine {
    private static final Duration LATELY = Duration.ofDays(1);

    private final Db db;
    private final MessageSql sql;
    private final Journal journal;

    Quarantine(Db db, MessageSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
    }

    /** How each source stands, by its number: with what came in the last day. */
    public Map<Long, Standing> standings(Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.standings(null, now.minus(LATELY), Standing.MOST);
    }

    /** How one of them stands. */
    public Standing standing(long source, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.standings(source, now.minus(LATELY), Standing.MOST).getOrDefault(source, Standing.SILENT);
    }

    /** What came of a source lately, the newest first. */
    public List<Kept> newest(long source, int limit, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.newest(source, limit);
    }

    /** What of a source could not be read, the newest first. */
    public List<Kept> aside(long source, int limit, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.aside(source, limit);
    }

    /** The message itself. Errors: not found. */
    public Message find(long id, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.find(id).orElseThrow(() -> Refused.notFound("signal.no_message"));
    }

    /** What became of a message. Errors: not found. */
    public Kept kept(long id, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.kept(id).orElseThrow(() -> Refused.notFound("signal.no_message"));
    }

    /** Has it read again, as if it came now. Errors: conflict, when it is not kept aside. */
    public void replay(long id, Me me, Instant now) {
        var message = find(id, me);
        db.transact(() -> {
            if (!sql.settle(id, Message.State.STORED)) throw Refused.conflict("signal.not_aside");
            journal.write(entry(message, new SourceMessageReplayed(id), me, now));
        });
    }

    /** Gives it up: it is not read, and goes with time. Errors: conflict, when it is not kept aside. */
    public void drop(long id, Me me, Instant now) {
        var message = find(id, me);
        db.transact(() -> {
            if (!sql.settle(id, Message.State.DROPPED)) throw Refused.conflict("signal.not_aside");
            journal.write(entry(message, new SourceMessageDropped(id), me, now));
        });
    }

    private static Entry entry(Message message, SignalFacts facts, Me me, Instant now) {
        return new Entry(now, me.origin(), Sources.KIND, message.source(), 0, me.id(), Audience.ADMIN, facts);
    }
}
