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

    public boolean is(Class<? extends Facts> type) {
        return act.equals(Facts.act(type));
    }

    public <T extends Facts> T as(Class<T> type) {
        return facts.as(type);
    }

    public boolean live() {
        return origin == Origin.LIVE;
    }
}
