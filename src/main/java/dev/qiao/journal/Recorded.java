package dev.qiao.journal;

import dev.qiao.base.Json;
import dev.qiao.base.Origin;
import dev.qiao.base.Row;
import java.time.Instant;

/**
 * An entry as it stands in the journal.
 *
 * @param xid the transaction that wrote it; readers go by (xid, id)
 * @param at when it happened
 * @param recordedAt when we learned it
 */
public record Recorded(
        long id,
        String xid,
        Instant at,
        Instant recordedAt,
        Origin origin,
        String kind,
        long subject,
        int version,
        String act,
        long actor,
        Audience audience,
        Json facts) {

    static Recorded read(Row row) {
        return new Recorded(
                row.number("id"),
                row.text("xid"),
                row.instant("at"),
                row.instant("recorded_at"),
                row.word("origin", Origin.class),
                row.text("kind"),
                row.number("subject"),
                row.integer("version"),
                row.text("act"),
                row.number("actor"),
                row.word("audience", Audience.class),
                row.json("facts"));
    }

    /** Whether its facts are of this kind. */
    public boolean is(Class<? extends Facts> type) {
        return act.equals(Facts.act(type));
    }

    /** Its facts. Errors: illegal state, when they are of another kind. */
    public <T extends Facts> T as(Class<T> type) {
        return facts.as(type);
    }

    /** Whether it happened at this desk, and is neither imported nor made up. */
    public boolean live() {
        return origin == Origin.LIVE;
    }
}
