package dev.qiao.signal.source;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Visible;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Seal;
import dev.qiao.signal.SignalFacts.SourceRekeyed;
import dev.qiao.signal.SignalFacts.SourceSigned;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The senders that are connected. Changing needs {@link Permission#DESK_CONFIGURE}; a key is shown once, what is stored is its hash. */
@Component
public class Sources implements Visible {
    /** How the journal calls a source. */
    public static final String KIND = "source";

    /** So many there can be. */
    public static final int MOST = 1_000;

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_SECRET = 200;

    private final Db db;
    private final SourceSql sql;
    private final People people;
    private final Services services;
    private final Journal journal;
    private final Signatures signatures;
    private final Remembered<Map<Long, Source>> known;
    private final Remembered<Map<String, Source>> keys;

    Sources(Db db, SourceSql sql, People people, Services services, Journal journal, Signatures signatures) {
        this.db = db;
        this.sql = sql;
        this.people = people;
        this.services = services;
        this.journal = journal;
        this.signatures = signatures;
        this.known = new Remembered<>(
                () -> sql.all().stream().collect(Collectors.toUnmodifiableMap(Source::id, Function.identity())));
        this.keys = new Remembered<>(sql::byHash);
    }

    /** All, in the order in which they were connected; for who configures the desk. */
    public List<Source> all(Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.all();
    }

    /** Errors: not found, also for who may not configure the desk. */
    public Source find(long id, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.find(id).orElseThrow(Sources::unknown);
    }

    /** Whoever asks: for readers of what they sent. */
    public Optional<Source> find(long id) {
        return Optional.ofNullable(known.get().get(id));
    }

    /** The names of all, by number: beside alerts. */
    public Map<Long, String> names() {
        return known.get().values().stream().collect(Collectors.toMap(Source::id, Source::name));
    }

    /** Whose key it is, if it is anybody's and they are still listened to. */
    public Optional<Source> behind(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) return Optional.empty();
        return Optional.ofNullable(keys.get().get(Seal.hash(key)));
    }

    /** Heartbeats whose silence has not been noticed yet, that should have been heard by this moment. */
    public List<Beat> silent(Instant now) {
        return sql.beating(MOST).stream()
                .filter(beat -> beat.due().isBefore(now))
                .toList();
    }

    /** Those that send logs, are listened to, and whose new and exploding patterns are alerts. */
    public List<Source> warning() {
        return known.get().values().stream()
                .filter(source ->
                        source.active() && Boolean.TRUE.equals(source.setup().warns()))
                .toList();
    }

    /** Those of this kind that are listened to, in the order in which they were connected. */
    public List<Source> active(Sender kind) {
        return known.get().values().stream()
                .filter(source -> source.active() && source.kind() == kind)
                .sorted(Comparator.comparingLong(Source::id))
                .toList();
    }

    /** Connects a sender, and makes somebody in whose name its incidents are reported. Errors: invalid, naming the field. */
    public Source.Issued create(SourceDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (draft.kind() == Sender.OWN) throw Refused.invalid("kind", "signal.not_connected");
        return made(draft, me, now);
    }

    /** In whose name the desk says what it finds itself; made when it is first needed. */
    public Source own(Instant now) {
        return known().orElseGet(() -> {
            db.transact(() -> {
                sql.alone();
                if (sql.all().stream().noneMatch(source -> source.kind() == Sender.OWN))
                    made(SourceDraft.usual(unused("Qiao"), Sender.OWN), Me.QIAO, now);
            });
            known.forget();
            return known().orElseThrow();
        });
    }

    private Optional<Source> known() {
        return known.get().values().stream()
                .filter(source -> source.kind() == Sender.OWN)
                .findFirst();
    }

    /** Somebody may have called another source so. */
    private String unused(String name) {
        var taken = sql.all().stream().map(Source::name).collect(Collectors.toSet());
        var free = name;
        for (int n = 2; taken.contains(free); n++) free = name + " " + n;
        return free;
    }

    private Source.Issued made(SourceDraft draft, Me me, Instant now) {
        var checked = draft.checked();
        mustServe(checked);
        var key = draft.kind().freshKey();
        long id = changing(checked, () -> {
            if (sql.all().size() >= MOST) throw Refused.conflict("signal.sources_many", MOST);
            var reporter =
                    people.add(new PersonDraft(null, checked.name(), null, null, null, 0), Set.of(), Me.QIAO, now);
            long made = sql.insert(checked, reporter.id(), Seal.hash(key), now);
            tell(made, 1, me, now, Configured.of("signal.source", checked.name(), null, checked));
            return made;
        });
        return new Source.Issued(sql.find(id).orElseThrow(), key);
    }

    /** What kind it is stays as it was made. Errors: stale when somebody changed it since {@code seen}. */
    public Source update(long id, int seen, SourceDraft draft, Me me, Instant now) {
        var before = find(id, me);
        var checked = draft.of(before.kind()).checked();
        if (!Objects.equals(checked.service(), before.service())) mustServe(checked);
        changing(checked, () -> {
            if (!sql.update(id, seen, checked)) throw Refused.stale("signal.changed_meanwhile");
            var facts = Configured.of("signal.source", checked.name(), SourceDraft.of(before), checked);
            tell(id, seen + 1, me, now, facts);
            rename(before, checked.name(), now);
            return id;
        });
        return find(id, me);
    }

    /** In whose name it reports is called as it is. */
    private void rename(Source source, String name, Instant now) {
        if (source.name().equals(name)) return;
        people.find(source.person()).ifPresent(reporter -> {
            var called = new PersonDraft(
                    reporter.login(),
                    name,
                    reporter.mail(),
                    reporter.phone(),
                    reporter.title(),
                    reporter.organization());
            people.edit(reporter.id(), called, reporter.version(), Me.QIAO, now);
        });
    }

    /** Another key; the one before opens nothing from this moment on. */
    public Source.Issued rekey(long id, Me me, Instant now) {
        var source = find(id, me);
        if (source.kind() == Sender.OWN) throw Refused.conflict("signal.not_connected");
        var key = source.kind().freshKey();
        db.transact(() -> {
            sql.rekey(id, Seal.hash(key));
            tell(id, source.version(), me, now, new SourceRekeyed());
        });
        keys.forget();
        return new Source.Issued(source, key);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** That something was heard of them is no secret to who works here. */
    @Override
    public Set<Long> among(Collection<Long> subjects, Me me) {
        return me.worksHere() ? Set.copyOf(subjects) : Set.of();
    }

    /** By which it signs from now on; empty: it does not. Errors: invalid, for one that is too long; conflict, for a kind that cannot sign. */
    public void sign(long id, String secret, Me me, Instant now) {
        var source = find(id, me);
        if (!source.kind().signs()) throw Refused.conflict("signal.cannot_sign");
        if (secret.length() > LONGEST_SECRET) throw Refused.invalid("secret", "signal.secret_long", LONGEST_SECRET);
        db.transact(() -> {
            sql.seal(id, secret.isEmpty() ? null : signatures.seal(id, secret));
            tell(id, source.version(), me, now, new SourceSigned(!secret.isEmpty()));
        });
        keys.forget();
    }

    /** What is remembered of them is no longer so. */
    void forget() {
        known.forget();
        keys.forget();
    }

    private void tell(long id, int version, Me me, Instant now, Facts facts) {
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private long changing(SourceDraft draft, Supplier<Long> change) {
        try {
            long id = db.transact(change);
            forget();
            return id;
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "signal.name_taken", draft.name());
        }
    }

    private void mustServe(SourceDraft draft) {
        if (draft.service() == null) return;
        if (services.find(draft.service()).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "signal.no_service");
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_source");
    }
}
