package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom a ticket may go. */
@Component
class Recipients {
    private final Teams teams;
    private final Rights rights;
    private final People people;

    Recipients(Teams teams, Rights rights, People people) {
        this.people = people;
        this.teams = teams;
        this.rights = rights;
    }

    /** Errors: nobody named, a team that does not work, a person who is not in the team. */
    Place resolve(Place from, @Nullable Long team, @Nullable Long person, Me me) {
        if (team == null && person == null) throw Refused.invalid("team", "ticket.assign_to_whom");
        var to = team != null ? team : teamOf(from, person);
        var known = teams.find(to).filter(t -> t.active()).orElseThrow(() -> Refused.invalid("team", "ticket.no_team"));
        if (person != null && !teams.members(known.id()).contains(person)) {
            throw Refused.invalid("person", "ticket.not_in_team", known.name());
        }
        boolean toSelf = person != null && person == me.id();
        boolean away = from.team() != null && !from.team().equals(to);
        if (!me.may(Permission.TICKET_DISPATCH) && !toSelf && !away && person != null && !me.in(to)) {
            throw Refused.forbidden("base.missing_permission", Permission.TICKET_DISPATCH.code());
        }
        return new Place(to, person, from.revision());
    }

    /** What comes back to somebody who has left waits for anybody of its team. */
    Ticket present(Ticket back, Instant at) {
        var person = back.place().person();
        if (person == null || people.find(person).filter(Person::active).isPresent()) return back;
        return back.unattended(at);
    }

    private long teamOf(Place from, @Nullable Long person) {
        var with = from.team();
        if (person == null) throw Refused.invalid("team", "ticket.assign_to_whom");
        if (with != null && teams.members(with).contains(person)) return with;
        return rights.of(person).stream()
                .flatMap(them -> them.teams().stream().sorted())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("person", "ticket.in_no_team"));
    }
}
