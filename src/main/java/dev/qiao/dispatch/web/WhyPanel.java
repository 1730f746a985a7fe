package dev.qiao.dispatch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Languages;
import dev.qiao.dispatch.Decision;
import dev.qiao.dispatch.Dispatch;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why this ticket is with whom it is, for those who work here. */
@Component
class WhyPanel implements Panel {
    private final Dispatch dispatch;
    private final People people;
    private final Teams teams;
    private final Languages languages;

    WhyPanel(Dispatch dispatch, People people, Teams teams, Languages languages) {
        this.dispatch = dispatch;
        this.people = people;
        this.teams = teams;
        this.languages = languages;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        var decisions = dispatch.history(subject);
        if (decisions.isEmpty()) return Optional.empty();
        var who = people.of(decisions.stream()
                .map(Decision::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var which = teams.of(decisions.stream()
                .map(Decision::team)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var lines = decisions.stream().map(d -> line(d, who, which, me)).toList();
        return Optional.of(new Fragment("dispatch/web/panel", Map.of("lines", lines)));
    }

    private WhyLine line(Decision decision, Map<Long, Person> who, Map<Long, Team> which, Me me) {
        var person = decision.person() == null ? null : who.get(decision.person());
        var team = decision.team() == null ? null : which.get(decision.team());
        var face = person == null
                ? Face.nobody(languages.of(me.language()).t("dispatch.nobody"))
                : Face.us(person.id(), person.name(), null);
        return new WhyLine(decision, team == null ? "" : team.name(), face, person != null && person.id() == me.id());
    }
}
