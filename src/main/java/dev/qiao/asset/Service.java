package dev.qiao.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something people rely on, such as mail or the payroll. It belongs to no organization.
 *
 * @param critical a fault of it is one step more important than it would be
 * @param ownerId the person who answers for it
 * @param teams who care for it, first line first
 * @param restsOn the services without which it does not work
 */
public record Service(
        long id,
        String code,
        String name,
        boolean critical,
        @Nullable Long ownerId,
        List<Long> teams,
        List<Long> restsOn,
        boolean active,
        int version) {

    /** The team that is asked first. */
    public @Nullable Long teamId() {
        return teams.isEmpty() ? null : teams.getFirst();
    }
}
