package dev.qiao.channel.robot;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.journal.Facts;
import dev.qiao.people.People;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketNudged;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.Weight.Priority;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A robot as an administrator describes it; its address and its secret are told apart from it.
 *
 * @param team whose tickets it speaks of; null: of all
 * @param events which acts it speaks of, by {@link HookEvent}
 * @param least which priority a ticket has at least
 * @param language in which it speaks
 * @param inside whether addresses of this machine and its link may be called
 */
public record RobotDraft(
        String name,
        RobotKind kind,
        @Nullable Long team,
        List<String> events,
        Priority least,
        String language,
        boolean inside,
        boolean active) {
    /** What most groups want to hear. */
    public static final List<String> USUAL = Stream.of(
                    TicketOpened.class,
                    TicketAssigned.class,
                    TicketNudged.class,
                    TicketResolved.class,
                    TicketReopened.class)
            .map(Facts::act)
            .toList();

    private static final int LONGEST_NAME = 80;

    public RobotDraft {
        name = name.strip().replaceAll("\\s+", " ");
        events = HookEvent.ALL.stream().filter(events::contains).toList();
    }

    /** Errors: every field that is wrong, at once. */
    RobotDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> {
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME)
                throw Refused.invalid("name", "channel.robot_name_length", LONGEST_NAME);
            return name;
        });
        wrong.read(() -> {
            if (events.isEmpty()) throw Refused.invalid("events", "channel.hook_no_events");
            return events;
        });
        wrong.read(() -> {
            if (!People.LANGUAGES.contains(language))
                throw Refused.invalid("language", "channel.robot_language_unknown");
            return language;
        });
        wrong.raise();
        return this;
    }
}
