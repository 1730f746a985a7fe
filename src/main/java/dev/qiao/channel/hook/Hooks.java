package dev.qiao.channel.hook;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.hook.HookMessageSql.Order;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Safe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to webhooks, for administrators: what they are told leaves the desk. A secret is shown once. */
@Component
public class Hooks {
    /** How the journal calls a webhook. */
    public static final String KIND = "channel.hook";

    /** So many there can be. */
    static final int MOST = 50;

    private static final int MOST_REPLAYED = 10_000;
    private static final String PURPOSE = "webhook";

    /** For so long the secret before holds beside a new one. */
    private static final Duration BOTH = Duration.ofHours(24);

    /**
     * A webhook with its secret, which nobody is told again.
     *
     * @param secret as Standard Webhooks writes it
     */
    public record Issued(Hook hook, String secret) {
        @Override
        public String toString() {
            return "hook " + hook.id();
        }
    }

    private final Db db;
    private final HookSql sql;
    private final HookMessageSql messages;
    private final HookBody body;
    private final Safe safe;
    private final Journal journal;
    private final Workers workers;

    Hooks(Db db, HookSql sql, HookMessageSql messages, HookBody body, Safe safe, Journal journal, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.messages = messages;
        this.body = body;
        this.safe = safe;
        this.journal = journal;
        this.workers = workers;
    }

    /** By name. */
    public List<Hook> all(Me me) {
        me.must(Permission.ADMIN);
        return sql.all();
    }

    /** How much waits for each, and how much was given up. */
    public Map<Long, HookStanding> standings(Me me) {
        me.must(Permission.ADMIN);
        return messages.standings().stream().collect(Collectors.toMap(HookStanding::hook, Function.identity()));
    }

    /** Errors: not found. */
    public Hook find(long id, Me me) {
        me.must(Permission.ADMIN);
        return sql.find(id).orElseThrow(Hooks::unknown);
    }

    /** Errors: invalid, naming the fields; too many. */
    public Issued create(HookDraft draft, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = draft.checked();
        return named(() -> {
            if (sql.all().size() >= MOST) throw Refused.conflict("channel.hooks_many", MOST);
            long id = sql.insert(checked, me.id());
            tell(id, 1, null, checked, me, now);
            return issue(id, me, now);
        });
    }

    /** One that was switched off because it was gone is on again. Errors: invalid; stale. */
    public Hook update(long id, int seen, HookDraft draft, Me me, Instant now) {
        var before = find(id, me);
        var checked = draft.checked();
        return named(() -> {
            if (!sql.update(id, seen, checked)) throw Refused.stale("channel.hook_changed_meanwhile");
            tell(id, seen + 1, before.draft(), checked, me, now);
            workers.wake();
            return find(id, me);
        });
    }

    /** With what it was told, and what waits for it. Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        db.transact(() -> {
            var hook = find(id, me);
            if (!sql.delete(id)) throw unknown();
            tell(id, hook.version() + 1, hook.draft(), null, me, now);
        });
    }

    /** One that was deleted, with a secret that nobody knows until another is issued. Errors: stale when there is one. */
    void restore(long id, HookDraft draft, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = draft.checked();
        named(() -> {
            if (!sql.insert(id, checked, me.id())) throw Refused.stale("channel.hook_changed_meanwhile");
            tell(id, 1, null, checked, me, now);
            return issue(id, me, now);
        });
    }

    /** Another secret; the one before holds for a day beside it. Errors: not found. */
    public Issued rotate(long id, Me me, Instant now) {
        find(id, me);
        return db.transact(() -> issue(id, me, now));
    }

    /** Tells it a word, about no ticket. Errors: not found. */
    public void ping(long id, Me me, Instant now) {
        var hook = find(id, me);
        messages.insert(List.of(new Order(id, -now.toEpochMilli(), HookEvent.PING, 0, body.ping(hook, now))), now);
        workers.wake();
    }

    /** What it was told, the newest first, before this one. Errors: not found. */
    public List<HookMessage> messages(long id, long before, int most, Me me) {
        find(id, me);
        return messages.of(id, before, most);
    }

    /** Errors: not found. */
    public HookMessage message(long hook, long id, Me me) {
        find(hook, me);
        return messages.find(hook, id).orElseThrow(() -> Refused.notFound("channel.no_hook_message"));
    }

    /** Sends it once more under the same id. Errors: conflict when it is on its way. */
    public void replay(long hook, long id, Me me, Instant now) {
        message(hook, id, me);
        if (!messages.replay(hook, id, now)) throw Refused.conflict("channel.hook_on_its_way");
        workers.wake();
    }

    /** Sends all that was given up once more. Returns how many. */
    public int replayDead(long hook, Me me, Instant now) {
        find(hook, me);
        int many = messages.replayDead(hook, MOST_REPLAYED, now);
        workers.wake();
        return many;
    }

    /** With which its messages are signed. */
    List<byte[]> secrets(long id, Instant now) {
        var closed = sql.secrets(id, now);
        var secrets = new ArrayList<byte[]>();
        secrets.add(safe.open(PURPOSE, id, closed.now()));
        if (closed.old() != null) secrets.add(safe.open(PURPOSE, id, closed.old()));
        return secrets;
    }

    private Issued issue(long id, Me me, Instant now) {
        var secret = Signature.secret();
        sql.rotate(id, safe.close(PURPOSE, id, secret), now.plus(BOTH));
        return new Issued(find(id, me), Signature.written(secret));
    }

    private <T> T named(Supplier<T> change) {
        try {
            return db.transact(change);
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "channel.hook_name_taken");
        }
    }

    private void tell(long id, int version, @Nullable HookDraft before, @Nullable HookDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private static Refused unknown() {
        return Refused.notFound("channel.no_hook");
    }
}
