package dev.qiao.ticket;

import org.jspecify.annotations.Nullable;

/**
 * With whom a ticket is.
 *
 * @param revision counts placements; dispatch compares and sets it, so that a decision on an old picture changes nothing
 */
public record Place(@Nullable Long team, @Nullable Long person, int revision) {
    public static final Place NOWHERE = new Place(null, null, 0);

    public Place to(@Nullable Long team, @Nullable Long person) {
        return new Place(team, person, revision + 1);
    }

    boolean sameAs(@Nullable Long otherTeam, @Nullable Long otherPerson) {
        return java.util.Objects.equals(team, otherTeam) && java.util.Objects.equals(person, otherPerson);
    }
}
