package dev.qiao.dispatch.oncall;

import dev.qiao.asset.Service;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call in a team.
 *
 * @param services that ask this team first
 * @param next who comes next; null: nobody within the week
 * @param gaps of the next seven days, the first of them; {@code moreGaps} are not named
 * @param urgent how many urgent tickets the team has, of those that the reader sees
 * @param waiting how many nobody has accepted
 * @param planned whether the team has a roster at all
 */
public record OnCall(
        Team team,
        List<Service> services,
        List<Call> now,
        @Nullable Next next,
        List<Gap> gaps,
        int moreGaps,
        int urgent,
        int waiting,
        List<Step> steps,
        boolean planned) {

    /**
     * Somebody on duty.
     *
     * @param until when that changes; null: not within the week
     * @param instead for whom they stand in
     * @param open how many tickets they have, and how many of them are urgent
     */
    public record Call(
            Person person,
            @Nullable Instant until,
            @Nullable Person instead,
            int open,
            int urgent) {
        /** What a phone dials. */
        public String dial() {
            return person.phone() == null ? "" : "tel:" + person.phone().replaceAll("[^0-9+]", "");
        }
    }

    public record Next(Person person, Instant from) {}

    /**
     * A time in which nobody is on duty.
     *
     * @param missing who should be there; null: nobody is planned
     */
    public record Gap(Instant from, Instant to, @Nullable Person missing) {}

    /**
     * How far a promise has climbed its ladder.
     *
     * @param metric which promise
     * @param level who was told
     */
    public record Step(long ticket, String metric, Level level, Instant at) {}
}
