package dev.qiao.channel.robot;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.hook.HookDraft;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.robot.RobotMessageSql.Order;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Safe;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Weight.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to robots, for administrators: what they say leaves the desk. Address and secret are kept closed and shown to nobody. */
@Component
public class Robots {
    /** How the journal calls a robot. */
    public static final String KIND = "channel.robot";

    /** So many there can be. */
    static final int MOST = 50;

    private static final int LONGEST_SECRET = 200;
    private static final String ADDRESS = "robot address";
    private static final String SECRET = "robot secret";

    /**
     * What opens the way to a robot.
     *
     * @param address null: as it was
     * @param secret with which messages are signed; null: as it was; empty: they are not
     */
    public record Keys(@Nullable String address, @Nullable String secret) {
        @Override
        public String toString() {
            return "keys";
        }
    }

    /** The same as it is stored. */
    record Access(String address, @Nullable String secret) {
        @Override
        public String toString() {
            return "access";
        }
    }

    private final Db db;
    private final RobotSql sql;
    private final RobotMessageSql messages;
    private final Teams teams;
    private final Safe safe;
    private final Journal journal;
    private final Workers workers;

    Robots(Db db, RobotSql sql, RobotMessageSql messages, Teams teams, Safe safe, Journal journal, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.messages = messages;
        this.teams = teams;
        this.safe = safe;
        this.journal = journal;
        this.workers = workers;
    }

    /** By name. */
    public List<Robot> all(Me me) {
        me.must(Permission.ADMIN);
        return sql.all();
    }

    /** How much each has still to say, and how much was given up. */
    public Map<Long, RobotStanding> standings(Me me) {
        me.must(Permission.ADMIN);
        return messages.standings().stream().collect(Collectors.toMap(RobotStanding::robot, Function.identity()));
    }

    /** Errors: not found. */
    public Robot find(long id, Me me) {
        me.must(Permission.ADMIN);
        return sql.find(id).orElseThrow(Robots::unknown);
    }

    /** Whether it has an address; one that was brought back has none. */
    public boolean addressed(long id, Me me) {
        find(id, me);
        return sql.access(id).address() != null;
    }

    /** Errors: invalid, naming the fields; too many. */
    public Robot create(RobotDraft draft, Keys keys, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = checked(draft);
        if (keys.address() == null) throw Refused.invalid("url", "channel.hook_url");
        return named(() -> {
            if (sql.all().size() >= MOST) throw Refused.conflict("channel.robots_many", MOST);
            long id = sql.insert(checked, me.id());
            keep(id, checked, keys);
            tell(id, 1, null, checked, me, now);
            return find(id, me);
        });
    }

    /** Errors: invalid; stale. */
    public Robot update(long id, int seen, RobotDraft draft, Keys keys, Me me, Instant now) {
        var before = find(id, me);
        var checked = checked(draft);
        return named(() -> {
            if (!sql.update(id, seen, checked)) throw Refused.stale("channel.robot_changed_meanwhile");
            keep(id, checked, keys);
            tell(id, seen + 1, before.draft(), checked, me, now);
            workers.wake();
            return find(id, me);
        });
    }

    /** With what it said, and what it has still to say. Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        db.transact(() -> {
            var robot = find(id, me);
            if (!sql.delete(id)) throw unknown();
            tell(id, robot.version() + 1, robot.draft(), null, me, now);
        });
    }

    /** One that was deleted: silent until it is given its address again. Errors: stale when there is one. */
    void restore(long id, RobotDraft draft, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = checked(draft);
        named(() -> {
            if (!sql.insert(id, checked, me.id())) throw Refused.stale("channel.robot_changed_meanwhile");
            tell(id, 1, null, checked, me, now);
            return id;
        });
    }

    /** Lets it say a word about nothing. Errors: not found. */
    public void ping(long id, Me me, Instant now) {
        var robot = find(id, me);
        var order = new Order(
                id, -now.toEpochMilli(), HookEvent.PING, 0, robot.draft().name(), Priority.NORMAL);
        messages.insert(List.of(order), now);
        workers.wake();
    }

    /** What it said, the newest first, before this one. Errors: not found. */
    public List<RobotMessage> messages(long id, long before, int most, Me me) {
        find(id, me);
        return messages.of(id, before, most);
    }

    /** Lets it say that once more. Errors: conflict when it is on its way. */
    public void replay(long robot, long id, Me me, Instant now) {
        find(robot, me);
        if (!messages.replay(robot, id, now)) throw Refused.conflict("channel.hook_on_its_way");
        workers.wake();
    }

    /** Where it is spoken to. Errors: illegal state, for one without an address. */
    Access access(long id) {
        var stored = sql.access(id);
        if (stored.address() == null) throw new IllegalStateException("robot " + id + " has no address");
        return new Access(
                opened(ADDRESS, id, stored.address()),
                stored.secret() == null ? null : opened(SECRET, id, stored.secret()));
    }

    private void keep(long id, RobotDraft draft, Keys keys) {
        if (keys.address() != null) {
            var address = HookDraft.address(keys.address(), draft.inside()).toString();
            sql.address(id, safe.close(ADDRESS, id, address.getBytes(StandardCharsets.UTF_8)));
        }
        if (keys.secret() == null) return;
        if (keys.secret().length() > LONGEST_SECRET)
            throw Refused.invalid("secret", "channel.robot_secret_length", LONGEST_SECRET);
        boolean none = keys.secret().isEmpty() || !draft.kind().signs;
        sql.secret(id, none ? null : safe.close(SECRET, id, keys.secret().getBytes(StandardCharsets.UTF_8)));
    }

    private String opened(String purpose, long id, byte[] closed) {
        return new String(safe.open(purpose, id, closed), StandardCharsets.UTF_8);
    }

    private RobotDraft checked(RobotDraft draft) {
        if (draft.team() != null && teams.find(draft.team()).isEmpty())
            throw Refused.invalid("team", "channel.robot_no_team");
        return draft.checked();
    }

    private <T> T named(Supplier<T> change) {
        try {
            return db.transact(change);
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "channel.robot_name_taken");
        }
    }

    private void tell(
            long id, int version, @Nullable RobotDraft before, @Nullable RobotDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private static Refused unknown() {
        return Refused.notFound("channel.no_robot");
    }
}
