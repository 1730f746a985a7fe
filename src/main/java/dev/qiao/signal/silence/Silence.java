package dev.qiao.signal.silence;

import dev.qiao.base.Coded;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.rule.Traits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nobody is called for some alerts.
 *
 * @param service that is under maintenance; null for a silence of conditions alone
 * @param matchers conditions as they are written
 * @param endsAt when it is over; what is ended before it began ends as it begins
 * @param person who made it; null: the desk itself
 * @param begun whether what was wrong already has fallen silent
 * @param replayed whether it is over and what was still wrong was considered again
 * @param wording which of the reasons that were given for it stands now, counted from 1
 */
public record Silence(
        long id,
        Kind kind,
        @Nullable Long service,
        List<String> matchers,
        Instant startsAt,
        Instant endsAt,
        String reason,
        @Nullable Long person,
        boolean begun,
        boolean replayed,
        int wording,
        int version) {
    /** Maintenance is planned: it is no outage. */
    public enum Kind implements Coded {
        SILENCE,
        MAINTENANCE
    }

    /** Where it stands at a moment. */
    public enum Phase implements Coded {
        PLANNED,
        ACTIVE,
        PAST
    }

    public Silence {
        matchers = List.copyOf(matchers);
    }

    public Phase phase(Instant now) {
        if (over(now)) return Phase.PAST;
        return startsAt.isAfter(now) ? Phase.PLANNED : Phase.ACTIVE;
    }

    public boolean over(Instant now) {
        return !endsAt.isAfter(now) || endsAt.equals(startsAt);
    }

    public Matchers conditions() {
        return Matchers.read(matchers);
    }

    /** Whether an alert falls under it, whatever the time; the conditions are its own, read once. */
    public boolean covers(Matchers conditions, Traits traits, @Nullable Long about) {
        if (kind == Kind.MAINTENANCE && (service == null || !service.equals(about))) return false;
        return conditions.matches(traits);
    }
}
