package dev.qiao.channel.hook;

import dev.qiao.base.Json;
import dev.qiao.base.Ref;
import dev.qiao.base.reach.Reach;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Recorded;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a webhook is told: the act, and the ticket in short as it is then; the whole of it is for the API. */
@Component
class HookBody {
    /**
     * A message as Standard Webhooks shapes it.
     *
     * @param type the act
     * @param timestamp when it happened
     */
    record Body(String type, Instant timestamp, Object data) {}

    /** @param version moves with every act of a person: what is older than what one has is to be passed over */
    record Told(
            long number,
            int version,
            String kind,
            String title,
            String stage,
            String priority,
            @Nullable Ref team,
            @Nullable Ref assignee,
            @Nullable Ref requester,
            @Nullable Ref actor,
            boolean internal,
            Instant openedAt,
            String url) {}

    private final People people;
    private final Teams teams;
    private final Reach reach;

    HookBody(People people, Teams teams, Reach reach) {
        this.people = people;
        this.teams = teams;
        this.reach = reach;
    }

    String of(Recorded entry, Ticket ticket) {
        var team = ticket.place().team();
        var told = new Told(
                ticket.number(),
                ticket.version(),
                ticket.matter().kind().code(),
                ticket.matter().title(),
                ticket.stage().name().code(),
                ticket.weight().priority().code(),
                team == null ? null : teams.find(team).map(HookBody::ref).orElse(null),
                person(ticket.place().person()),
                person(ticket.matter().requester()),
                person(entry.actor()),
                entry.audience() != Audience.PUBLIC,
                ticket.times().openedAt(),
                reach.of("/tickets/" + ticket.number()));
        return Json.of(new Body(entry.act(), entry.at(), told)).text();
    }

    String ping(Hook hook, Instant now) {
        record Ping(String hook, String url) {}
        return Json.of(new Body(HookEvent.PING, now, new Ping(hook.draft().name(), reach.of("/hooks/" + hook.id()))))
                .text();
    }

    private @Nullable Ref person(@Nullable Long id) {
        return id == null ? null : people.find(id).map(HookBody::ref).orElse(null);
    }

    private static Ref ref(Person person) {
        return new Ref(person.code(), person.name());
    }

    private static Ref ref(Team team) {
        return new Ref(team.code(), team.name());
    }
}
