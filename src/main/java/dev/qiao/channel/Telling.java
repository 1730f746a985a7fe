package dev.qiao.channel;

import dev.qiao.channel.NoticeSql.Told;
import dev.qiao.feedback.TicketRated;
import dev.qiao.feedback.grievance.GrievanceFacts.TicketGrieved;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketBrokenAgain;
import dev.qiao.ticket.TicketFact.TicketCameBack;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketNudged;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketRestored;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.TicketFact.TicketUnanswered;
import dev.qiao.ticket.TicketFact.TicketWatched;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what of one act on a ticket. Nobody is told of what they did themselves, nobody twice, and no requester of what is
 * meant for the desk.
 *
 * @param watchers who takes part besides requester and assignee
 * @param lead of the team that has it
 */
record Telling(Recorded entry, Ticket ticket, Set<Long> watchers, Optional<Long> lead) {
    static final Set<String> PRESSING = Set.of(
            "channel.assigned",
            "channel.handed_over",
            "channel.returned",
            "channel.reopened",
            "channel.held_for_you",
            "channel.warned",
            "channel.breached",
            "channel.nobody_accepted",
            "channel.swap_asked",
            "channel.gaps_found",
            "channel.backup_failed",
            "channel.came_back",
            "channel.restored",
            "channel.broken_again",
            "channel.nudged",
            "channel.unanswered",
            "channel.grieved",
            "channel.complaint_received",
            "channel.grievance_raised",
            "channel.complaint_given",
            "channel.complaint_missed",
            "channel.complaint_late");

    /** What dispatch announces; a room beside ours, so that only the shape of its facts is known here. */
    record TicketEscalated(String level, long person, String metric, int percent) implements Facts {}

    private static final Set<String> FOLLOWED = Stream.of(
                    TicketEscalated.class,
                    TicketCommented.class,
                    TicketAssigned.class,
                    TicketHandedOver.class,
                    TicketAccepted.class,
                    TicketHeld.class,
                    TicketResumed.class,
                    TicketResolved.class,
                    TicketClosed.class,
                    TicketCancelled.class,
                    TicketReopened.class,
                    TicketTakenBack.class,
                    TicketNudged.class,
                    TicketCameBack.class,
                    TicketUnanswered.class,
                    TicketWatched.class,
                    TicketRestored.class,
                    TicketBrokenAgain.class,
                    TicketRated.class,
                    TicketGrieved.class)
            .map(Facts::act)
            .collect(Collectors.toUnmodifiableSet());

    private record Line(String key, List<Object> arguments) {}

    private static final class Lines {
        private final Map<Long, Line> byPerson = new LinkedHashMap<>();

        void tell(@Nullable Long person, String key, Object... arguments) {
            if (person != null) byPerson.putIfAbsent(person, new Line(key, List.of(arguments)));
        }

        void tell(Iterable<Long> people, String key, Object... arguments) {
            people.forEach(person -> tell(person, key, arguments));
        }
    }

    /** @param desk those of the concerned who work here */
    List<Told> told(Set<Long> desk) {
        return lines().entrySet().stream()
                .filter(line -> entry.audience() == Audience.PUBLIC || desk.contains(line.getKey()))
                .map(line -> new Told(
                        entry,
                        line.getKey(),
                        line.getValue().key(),
                        line.getValue().arguments()))
                .toList();
    }

    Set<Long> concerned() {
        return lines().keySet();
    }

    private Map<Long, Line> lines() {
        var lines = new Lines();
        if (entry.is(TicketEscalated.class)) escalated(lines, entry.as(TicketEscalated.class));
        else if (entry.is(TicketCommented.class)) commented(lines, entry.as(TicketCommented.class));
        else if (entry.is(TicketAssigned.class)) assigned(lines, entry.as(TicketAssigned.class));
        else if (entry.is(TicketHandedOver.class)) handedOver(lines, entry.as(TicketHandedOver.class));
        else stage(lines);
        lines.byPerson.remove(entry.actor());
        return lines.byPerson;
    }

    static boolean concerns(Recorded entry) {
        return FOLLOWED.contains(entry.act());
    }

    private void stage(Lines lines) {
        if (entry.is(TicketAccepted.class)) {
            lines.tell(requester(), "channel.accepted");
        } else if (entry.is(TicketHeld.class)) {
            if (entry.as(TicketHeld.class).waitsFor() == HoldFor.REQUESTER) {
                lines.tell(requester(), "channel.held_for_you");
            }
        } else if (entry.is(TicketResumed.class)) {
            lines.tell(assignee(), "channel.returned");
        } else if (entry.is(TicketResolved.class)) {
            lines.tell(requester(), "channel.resolved");
            lines.tell(watchers, "channel.resolved_watched");
        } else if (entry.is(TicketClosed.class)) {
            if (entry.as(TicketClosed.class).by().equals("requester")) lines.tell(assignee(), "channel.confirmed");
            else lines.tell(requester(), "channel.closed");
        } else if (entry.is(TicketCancelled.class)) {
            lines.tell(assignee(), "channel.cancelled");
        } else if (entry.is(TicketReopened.class)) {
            lines.tell(assignee(), "channel.reopened");
            lines.tell(watchers, "channel.reopened_watched");
        } else if (entry.is(TicketNudged.class)) {
            lines.tell(
                    assignee(), "channel.nudged", entry.as(TicketNudged.class).count());
            lines.tell(
                    lead.orElse(null),
                    "channel.nudged",
                    entry.as(TicketNudged.class).count());
        } else if (entry.is(TicketRestored.class)) {
            lines.tell(assignee(), "channel.restored");
        } else if (entry.is(TicketBrokenAgain.class)) {
            lines.tell(assignee(), "channel.broken_again");
        } else if (entry.is(TicketCameBack.class)) {
            lines.tell(entry.as(TicketCameBack.class).person(), "channel.came_back");
        } else if (entry.is(TicketUnanswered.class)) {
            var whose = assignee() == null ? lead.orElse(null) : assignee();
            lines.tell(
                    whose,
                    "channel.unanswered",
                    entry.as(TicketUnanswered.class).hours());
        } else if (entry.is(TicketTakenBack.class)) {
            var taken = entry.as(TicketTakenBack.class).taken();
            if (taken.equals("resolution")) lines.tell(requester(), "channel.taken_back");
            if (taken.equals("closure")) lines.tell(requester(), "channel.closure_taken_back");
        } else if (entry.is(TicketWatched.class)) {
            lines.tell(entry.as(TicketWatched.class).person(), "channel.named");
        } else if (entry.is(TicketGrieved.class)) {
            lines.tell(assignee(), "channel.grieved");
            lines.tell(lead.orElse(null), "channel.grieved");
        } else if (entry.is(TicketRated.class)) {
            lines.tell(assignee(), "channel.rated", entry.as(TicketRated.class).stars());
        }
    }

    private void commented(Lines lines, TicketCommented comment) {
        lines.tell(comment.mentions(), "channel.mentioned");
        lines.tell(assignee(), comment.byRequester() ? "channel.answered" : "channel.commented");
        lines.tell(requester(), "channel.commented");
        lines.tell(watchers, "channel.commented");
    }

    private void assigned(Lines lines, TicketAssigned assigned) {
        lines.tell(assigned.person(), "channel.assigned");
        if (!Objects.equals(assigned.fromPerson(), assigned.person()))
            lines.tell(assigned.fromPerson(), "channel.moved_on");
    }

    private void handedOver(Lines lines, TicketHandedOver over) {
        lines.tell(over.person(), "channel.handed_over");
        if (!Objects.equals(over.fromPerson(), over.person())) lines.tell(over.fromPerson(), "channel.moved_on");
    }

    private static void escalated(Lines lines, TicketEscalated step) {
        var key = step.metric().equals("acceptance")
                ? "channel.nobody_accepted"
                : step.percent() < 100 ? "channel.warned" : "channel.breached";
        lines.tell(step.person(), key, step.metric(), step.percent());
    }

    private long requester() {
        return ticket.matter().requester();
    }

    private @Nullable Long assignee() {
        return ticket.place().person();
    }
}
