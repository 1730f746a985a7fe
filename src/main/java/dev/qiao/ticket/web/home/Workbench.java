package dev.qiao.ticket.web.home;

import dev.qiao.base.web.Face;
import dev.qiao.ticket.followup.FollowUps;
import dev.qiao.ticket.web.TicketRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workbench.
 *
 * @param name how the reader is greeted
 * @param mine how many tickets are with the reader
 * @param today how many of them are promised for today
 * @param next what is left of the nearest promise, in words; null when none runs
 * @param followUps what the reader wanted to look at again by the end of today
 * @param risky the promises that fall due first, of all that the reader may see
 */
public record Workbench(
        String name,
        int mine,
        long today,
        @Nullable Next next,
        List<TicketRow> risky,
        List<TicketRow> own,
        List<TicketRow> unassigned,
        List<FollowUps.Due> followUps,
        List<Duty> duty,
        List<News> news) {

    public record Next(String words, String path, @Nullable String look) {}

    /** Who of a team is on duty now; its lead where nobody is. */
    public record Duty(String team, List<Face> people, boolean covered) {}

    /**
     * Something that happened.
     *
     * @param number the ticket it is about
     */
    public record News(Instant at, String actor, String words, long number, boolean broken) {}
}
