package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes back changes of the configuration, whatever room they belong to. */
@Component
public class Reversals {
    private final Db db;
    private final ObjectProvider<Restorer> restorers;

    Reversals(Db db, ObjectProvider<Restorer> restorers) {
        this.db = db;
        this.restorers = restorers;
    }

    /** Whether there is a way back at all; something newer may still stand in it. */
    public boolean possible(Recorded entry) {
        return entry.is(Configured.class)
                && ways().containsKey(entry.as(Configured.class).what());
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
        if (!possible(entry)) throw Refused.conflict("journal.no_way_back");
        var facts = entry.as(Configured.class);
        var way = Objects.requireNonNull(ways().get(facts.what()));
        var change = new Restorer.Change(entry.subject(), facts.code(), facts.before(), facts.after());
        // First how it is, then whether that is still what the change made of it: so that nobody slips in between
        // unseen.
        var act = way.back(change, me, now);
        free(entry, facts);
        ScopedValue.where(Configured.REVERSED, id).run(act);
    }

    private void free(Recorded entry, Configured facts) {
        var newest = newest(entry, facts.what());
        if (newest.id() == entry.id()) return;
        var latest = newest.as(Configured.class);
        if (Objects.equals(latest.reverses(), entry.id())) throw Refused.conflict("journal.reversed_already");
        if (!same(latest.after(), facts.after())) throw Refused.conflict("journal.reversal_newer", newest.id());
    }

    private Recorded newest(Recorded entry, String what) {
        return db.sql("""
                select %s from journal.entry e
                where e.kind = :kind and e.subject = :subject and e.act = :act and e.facts ->> 'what' = :what
                  and coalesce(e.facts -> 'after' ->> 'id', e.facts -> 'before' ->> 'id') is not distinct from
                      (select coalesce(o.facts -> 'after' ->> 'id', o.facts -> 'before' ->> 'id')
                       from journal.entry o where o.id = :id)
                order by e.id desc limit 1
                """.formatted(Journal.COLUMNS))
                .bind("kind", entry.kind())
                .bind("subject", entry.subject())
                .bind("act", entry.act())
                .bind("what", what)
                .bind("id", entry.id())
                .one(Recorded::read);
    }

    /** The count of changes is no part of what a thing says. */
    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return Objects.equals(said(one), said(other));
    }

    private static @Nullable JsonNode said(@Nullable JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy().without("version") : node;
    }

    private Map<String, Restorer.Way> ways() {
        return restorers.stream().collect(Collectors.toMap(Restorer::what, Restorer::way));
    }
}
