package dev.qiao.ticket.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list under a name, somebody's or a team's.
 *
 * @param address what it shows, as {@link Lens#address}
 * @param owner null where a team has it
 * @param team null where a person has it
 * @param shared of a person: who has the link may use it
 * @param removedAt null while it stands
 */
public record SavedView(
        long id,
        int version,
        String name,
        String address,
        @Nullable Long owner,
        @Nullable Long team,
        boolean shared,
        Instant changedAt,
        @Nullable Instant removedAt) {

    /** The same as it is written today: what was kept long ago has numbers where now are codes. */
    public SavedView written(String today) {
        return new SavedView(id, version, name, today, owner, team, shared, changedAt, removedAt);
    }

    /** Where it opens. */
    public String path() {
        return "/tickets?saved=" + id;
    }
}
