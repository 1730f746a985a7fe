package dev.qiao.signal.source;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Safe;
import dev.qiao.people.Seal;
import dev.qiao.signal.SignalFacts.SourceRekeyed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** By what a trap is known to come from a source: its community, which is its key, or its user of SNMPv3, whose passwords are in the safe. */
@Component
public class TrapDoors {
    private static final String PURPOSE = "source trap user";

    /** A source and as whom it speaks. */
    public record Known(Source source, TrapUser user) {}

    private final Db db;
    private final Sources sources;
    private final SourceSql sql;
    private final Safe safe;
    private final Journal journal;
    private final Remembered<List<Known>> users;

    TrapDoors(Db db, Sources sources, SourceSql sql, Safe safe, Journal journal) {
        this.db = db;
        this.sources = sources;
        this.sql = sql;
        this.safe = safe;
        this.journal = journal;
        this.users = new Remembered<>(this::read);
    }

    /** Whose community it is. */
    public Optional<Source> community(String community) {
        return sources.behind(community).filter(source -> source.kind() == Sender.SNMP);
    }

    /** All that are listened to and speak SNMPv3. */
    public List<Known> users() {
        return users.get();
    }

    /** As whom a source speaks SNMPv3, if it does. */
    public Optional<TrapUser> user(Source source) {
        if (source.kind() != Sender.SNMP || source.sealed() == null) return Optional.empty();
        var closed = Base64.getDecoder().decode(source.sealed());
        return Optional.of(new Json(new String(safe.open(PURPOSE, source.id(), closed), StandardCharsets.UTF_8))
                .as(TrapUser.class));
    }

    private List<Known> read() {
        return sources.active(Sender.SNMP).stream()
                .flatMap(source -> user(source).map(user -> new Known(source, user)).stream())
                .toList();
    }

    /** From now on this is its community; what it was before opens nothing. Errors: invalid, for one that another has. */
    public void open(long id, String community, Me me, Instant now) {
        var source = sources.find(id, me);
        mustTrap(source);
        if (!community.matches("[!-~]{1,32}")) throw Refused.invalid("community", "signal.community_wrong");
        try {
            db.transact(() -> {
                sql.rekey(id, Seal.hash(community));
                tell(source, me, now);
            });
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("community", "signal.community_taken");
        }
        sources.forget();
    }

    /** From now on this is its user; null: it speaks no SNMPv3. Errors: every field that is wrong; invalid, for a name that another has. */
    public void open(long id, @Nullable TrapUser user, Me me, Instant now) {
        var source = sources.find(id, me);
        mustTrap(source);
        if (user != null) {
            user.checked();
            if (read().stream()
                    .anyMatch(known ->
                            known.source().id() != id && known.user().name().equals(user.name())))
                throw Refused.invalid("user", "signal.trap_user_taken");
        }
        db.transact(() -> {
            sql.seal(id, user == null ? null : closed(id, user));
            tell(source, me, now);
        });
        sources.forget();
        users.forget();
    }

    private String closed(long id, TrapUser user) {
        var open = Json.of(user).text().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(safe.close(PURPOSE, id, open));
    }

    private static void mustTrap(Source source) {
        if (source.kind() != Sender.SNMP) throw Refused.conflict("signal.no_traps");
    }

    private void tell(Source source, Me me, Instant now) {
        journal.write(new Entry(
                now,
                me.origin(),
                Sources.KIND,
                source.id(),
                source.version(),
                me.id(),
                Audience.ADMIN,
                new SourceRekeyed()));
    }
}
