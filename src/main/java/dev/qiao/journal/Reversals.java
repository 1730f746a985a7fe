package dev.qiao.journal;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes back changes of the configuration, whatever room they belong to. */
@Component
public class Reversals {
    private static final Standing OPEN = new Standing.Open();

    private final Db db;
    private final ObjectProvider<Restorer> restorers;

    Reversals(Db db, ObjectProvider<Restorer> restorers) {
        this.db = db;
        this.restorers = restorers;
    }

    /** Of those of these entries that changed the configuration, by their numbers. */
    public Map<Long, Standing> standing(Collection<Recorded> entries) {
        var changes =
                entries.stream().filter(entry -> entry.is(Configured.class)).toList();
        if (changes.isEmpty()) return Map.of();
        var ways = restorers.stream().collect(toMap(Restorer::what, restorer -> restorer));
        var found = new HashMap<Long, Standing>();
        var latest = latest(changes);
        for (var entry : changes) {
            var why = Optional.ofNullable(ways.get(entry.as(Configured.class).what()))
                    .map(restorer -> restorer.stays().apply(Change.of(entry)))
                    .orElse(Optional.of("journal.no_way_back"));
            found.put(
                    entry.id(),
                    why.<Standing>map(Standing.Lasting::new)
                            .orElseGet(() -> standing(entry, Objects.requireNonNull(latest.get(entry.id())))));
        }
        return found;
    }

    private static Standing standing(Recorded entry, Recorded latest) {
        if (latest.id() == entry.id()) return OPEN;
        var newer = latest.as(Configured.class);
        if (Objects.equals(newer.reverses(), entry.id())) return new Standing.Done(latest.id());
        return same(newer.after(), entry.as(Configured.class).after()) ? OPEN : new Standing.Covered(latest.id());
    }

    /**
     * Makes the thing what it was before this change; the entry of that says what it takes back. Errors: not found, conflict when
     * something newer stands in the way, and whatever the room's own verb refuses.
     */
    public void reverse(long id, Me me, Instant now) {
        me.must(Permission.AUDIT_SEE);
        var entry = db.sql(
                        "select %s from journal.entry where id = :id and audience = 'admin'".formatted(Journal.COLUMNS))
                .bind("id", id)
                .optional(Recorded::read)
                .orElseThrow(() -> Refused.notFound("journal.no_entry"));
        if (!entry.is(Configured.class)) throw Refused.conflict("journal.no_way_back");
        reverse(entry, me, now);
    }

    /**
     * Brings back what somebody took away themselves, for which nobody needs the audit.
     *
     * @param thing which of several things of this subject; null where there is one
     * @throws Refused not found, when nothing was taken away; conflict, when that was somebody else or is long undone; and whatever
     *     the room's own verb refuses
     */
    public void bringBack(String what, String kind, long subject, @Nullable String thing, Me me, Instant now) {
        var gone = db.sql("""
                select %s from journal.entry
                where kind = :kind and subject = :subject and act = :act and facts ->> 'what' = :what
                  and coalesce(facts -> 'after' ->> 'id', facts -> 'before' ->> 'id') is not distinct from :thing::text
                order by id desc limit 1
                """.formatted(Journal.COLUMNS))
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("act", Facts.act(Configured.class))
                .bind("what", what)
                .bind("thing", thing)
                .optional(Recorded::read)
                .orElseThrow(() -> Refused.notFound("journal.no_entry"));
        var after = gone.as(Configured.class).after();
        if (after != null && !after.isNull()) throw Refused.conflict("journal.reversed_already");
        if (gone.actor() != me.id()) throw Refused.conflict("journal.reversal_newer", gone.id());
        reverse(gone, me, now);
    }

    private void reverse(Recorded entry, Me me, Instant now) {
        long id = entry.id();
        var way = restorers.stream()
                .filter(restorer ->
                        restorer.what().equals(entry.as(Configured.class).what()))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("journal.no_way_back"));
        var change = Change.of(entry);
        way.stays().apply(change).ifPresent(why -> {
            throw Refused.conflict(why);
        });
        // First how it is, then whether that is still what the change made of it: so that nobody slips in between
        // unseen.
        var act = way.way().back(change, me, now);
        switch (Objects.requireNonNull(standing(List.of(entry)).get(id))) {
            case Standing.Open() -> ScopedValue.where(Configured.REVERSED, id).run(act);
            case Standing.Done _ -> throw Refused.conflict("journal.reversed_already");
            case Standing.Covered(long by) -> throw Refused.conflict("journal.reversal_newer", by);
            case Standing.Lasting(String why) -> throw Refused.conflict(why);
        }
    }

    /** The newest change of the same thing for each of these. */
    private Map<Long, Recorded> latest(List<Recorded> changes) {
        record Pair(long of, Recorded newest) {}
        return db
                .sql("""
                select o.of, n.* from unnest(:ids::bigint[], :kinds::text[], :subjects::bigint[], :whats::text[], :things::text[])
                    as o (of, o_kind, o_subject, what, thing)
                cross join lateral (
                    select %s from journal.entry e
                    where e.kind = o.o_kind and e.subject = o.o_subject and e.act = :act and e.facts ->> 'what' = o.what
                      and coalesce(e.facts -> 'after' ->> 'id', e.facts -> 'before' ->> 'id') is not distinct from o.thing
                    order by e.id desc limit 1) as n
                """.formatted(Journal.COLUMNS))
                .bind("ids", Db.column(changes, Recorded::id))
                .bind("kinds", Db.column(changes, Recorded::kind))
                .bind("subjects", Db.column(changes, Recorded::subject))
                .bind(
                        "whats",
                        Db.column(changes, entry -> entry.as(Configured.class).what()))
                .bind("things", Db.column(changes, entry -> thing(entry.as(Configured.class))))
                .bind("act", Facts.act(Configured.class))
                .list(row -> new Pair(row.number("of"), Recorded.read(row)))
                .stream()
                .collect(toMap(Pair::of, Pair::newest));
    }

    /** Which of several things of one subject. */
    private static @Nullable String thing(Configured facts) {
        var after = id(facts.after());
        return after == null ? id(facts.before()) : after;
    }

    private static @Nullable String id(@Nullable JsonNode node) {
        return node == null || !node.path("id").isValueNode() || node.path("id").isNull()
                ? null
                : node.path("id").asString();
    }

    /** The count of changes is no part of what a thing says. */
    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return Objects.equals(said(one), said(other));
    }

    private static @Nullable JsonNode said(@Nullable JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy().without(List.of("version", "revision")) : node;
    }
}
