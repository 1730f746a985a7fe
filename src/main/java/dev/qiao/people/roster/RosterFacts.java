package dev.qiao.people.roster;

import dev.qiao.journal.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the journal says of who is on duty. */
public sealed interface RosterFacts extends Facts {
    /** Somebody stands in. */
    record CoverTaken(long person, @Nullable Long instead, Instant from, Instant to) implements RosterFacts {}

    record CoverDropped(long person, @Nullable Long instead, Instant from, Instant to) implements RosterFacts {}

    record SwapAsked(long swap, long asker, long asked) implements RosterFacts {}

    record SwapAccepted(long swap, long asker, long asked) implements RosterFacts {}

    record SwapRefused(long swap, long asker, long asked) implements RosterFacts {}

    record SwapWithdrawn(long swap, long asker, long asked) implements RosterFacts {}

    /** What two had agreed on does not hold any more, in both directions. */
    record SwapCalledOff(long swap, long asker, long asked) implements RosterFacts {}

    /** It holds after all. */
    record SwapReinstated(long swap, long asker, long asked) implements RosterFacts {}

    record LeaveEntered(long leave, long person, Instant from, Instant to) implements RosterFacts {}

    record LeaveDropped(long leave, long person, Instant from, Instant to) implements RosterFacts {}

    /**
     * Shifts of the next fourteen days have nobody.
     *
     * @param person who is told: the lead of the team; where nobody leads it, each service manager in an entry of their own
     * @param count of gaps that nobody was told of before
     * @param from when the first of them begins
     */
    record GapsFound(long person, int count, Instant from) implements RosterFacts {}

    /** A calendar to subscribe to; one made before ends. */
    record FeedMade(long of) implements RosterFacts {}

    record FeedRevoked(long of) implements RosterFacts {}
}
