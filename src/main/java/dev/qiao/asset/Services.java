package dev.qiao.asset;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.People;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The services that tickets are about. Reading is from memory; changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Services {
    /** How the journal calls a service. */
    public static final String KIND = "service";

    private static final String OWNER = "owner";

    private final Db db;
    private final ServiceSql sql;
    private final People people;
    private final Journal journal;
    private final Remembered<Catalogue> catalogue;

    Services(Db db, ServiceSql sql, People people, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.people = people;
        this.journal = journal;
        this.catalogue = new Remembered<>(() -> Catalogue.of(sql.all()));
    }

    /** The service with this code, also one that is retired. */
    public Optional<Service> byCode(String code) {
        return Optional.ofNullable(catalogue.get().byCode().get(code));
    }

    /** The service with this number, also one that is retired. */
    public Optional<Service> find(long id) {
        return Optional.ofNullable(catalogue.get().byId().get(id));
    }

    /** Those of these numbers that there are. */
    public Map<Long, Service> of(Collection<Long> ids) {
        var byId = catalogue.get().byId();
        return ids.stream()
                .distinct()
                .map(byId::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(Service::id, Function.identity()));
    }

    /** All, by code, also those no longer offered. */
    public List<Service> all() {
        return catalogue.get().all();
    }

    /** Those that can be reported about. */
    public List<Service> active() {
        return all().stream().filter(Service::active).toList();
    }

    /** Those that a team cares for, whatever its place. */
    public List<Service> caredForBy(long team) {
        return active().stream().filter(s -> s.teams().contains(team)).toList();
    }

    /** Which rest on which, among those that are offered. */
    public Links links() {
        return catalogue.get().links();
    }

    /** What this one rests on, however far below; the nearest first. */
    public List<Links.Reached> below(long id) {
        return links().below(id);
    }

    /** What rests on this one, however far above; the nearest first. */
    public List<Links.Reached> above(long id) {
        return links().above(id);
    }

    /** Whether one rests on the other without any between them. */
    public boolean linked(long one, long other) {
        return links().linked(one, other);
    }

    /** Errors: a code that is taken, an unknown owner or team, an owner who has left, a service that it cannot rest on. */
    public Service create(ServiceDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var whole = draft.whole(null).checked();
        return changed(whole, () -> {
            people.mustBeHere(draft.ownerId(), OWNER);
            var id = sql.insert(whole).orElseThrow(() -> taken(draft));
            sql.setTeams(id, whole.teams());
            link(id, null, whole);
            tell(id, 1, null, whole, me, now);
            return id;
        });
    }

    /** Errors: stale when somebody changed it since {@code seen}; a new owner who has left. */
    public Service update(long id, int seen, ServiceDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var before = find(id).map(ServiceDraft::of).orElse(null);
        var whole = draft.whole(before).checked();
        return changed(whole, () -> {
            if (before == null || !Objects.equals(before.ownerId(), draft.ownerId()))
                people.mustBeHere(draft.ownerId(), OWNER);
            if (!sql.update(id, seen, whole)) throw Refused.stale("asset.changed_meanwhile");
            sql.setTeams(id, whole.teams());
            link(id, before, whole);
            tell(id, seen + 1, before, whole, me, now);
            return id;
        });
    }

    /** What it rested on before it may rest on although that is no longer offered; in a circle nothing would rest on anything. */
    private void link(long id, @Nullable ServiceDraft before, ServiceDraft draft) {
        var others = Objects.requireNonNull(draft.restsOn());
        var had = before == null ? List.<Long>of() : Objects.requireNonNullElse(before.restsOn(), List.<Long>of());
        if (others.equals(had)) return;
        sql.linkAlone();
        var all = Catalogue.of(sql.all());
        for (long other : others) {
            var service = all.byId().get(other);
            if (service == null || (!service.active() && !had.contains(other)))
                throw Refused.invalid("restsOn", "asset.unknown_link");
            var way = Links.way(all.all(), other, id);
            if (!way.isEmpty()) throw Refused.invalid("restsOn", "asset.circle", service.name(), named(way, all));
        }
        sql.setLinks(id, others);
    }

    private static String named(List<Long> way, Catalogue all) {
        return way.stream()
                .map(all.byId()::get)
                .filter(Objects::nonNull)
                .map(Service::name)
                .collect(Collectors.joining(" → "));
    }

    private void tell(long id, int version, @Nullable ServiceDraft before, ServiceDraft after, Me me, Instant now) {
        var facts = Configured.of("asset.service", after.code(), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private Service changed(ServiceDraft draft, Supplier<Long> change) {
        try {
            var id = db.transact(change);
            catalogue.forget();
            return find(id).orElseThrow();
        } catch (DuplicateKeyException _) {
            throw taken(draft);
        } catch (DataIntegrityViolationException _) {
            throw Refused.invalid("teams", "asset.unknown_carer");
        }
    }

    private static Refused taken(ServiceDraft draft) {
        return Refused.invalid("code", "asset.code_taken", draft.code());
    }
}
