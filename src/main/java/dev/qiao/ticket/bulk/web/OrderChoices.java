package dev.qiao.ticket.bulk.web;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.web.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be chosen in the form of an order. */
@Component
public class OrderChoices {
    private final Teams teams;
    private final People people;

    OrderChoices(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    /** Words and names for each field that offers a choice. */
    public record Choices(
            List<Choice> teams,
            List<Choice> people,
            List<Choice> parties,
            List<Choice> codes,
            List<Choice> causes,
            List<Choice> priorities) {}

    public Choices of(Page page) {
        return of(null, null, page);
    }

    /**
     * The same where something was chosen before.
     *
     * @param team which stays, though it may be retired
     * @param person who stays, though they may have left
     */
    public Choices of(@Nullable Long team, @Nullable Long person, Page page) {
        var all = teams.active();
        return new Choices(
                Choice.standing(
                        all.stream()
                                .map(t -> new Choice(Long.toString(t.id()), t.name()))
                                .toList(),
                        Objects.toString(team, null),
                        id -> teams.find(Long.parseLong(id)).map(t -> page.t("base.retired", t.name()))),
                Choice.standing(
                        members(all),
                        Objects.toString(person, null),
                        id -> people.find(Long.parseLong(id)).map(p -> name(p, page))),
                Fields.words("ticket.hold_for.", HoldFor.values(), page),
                Fields.words("ticket.resolution.code.", Outcome.values(), page),
                Fields.words("ticket.resolution.cause.", Cause.values(), page),
                Fields.words("ticket.priority.", Priority.values(), page));
    }

    private static String name(Person person, Page page) {
        return person.active() ? person.name() : page.t("base.retired", person.name());
    }

    private List<Choice> members(List<Team> all) {
        Map<Long, String> teamOf = new LinkedHashMap<>();
        for (var team : all) teams.members(team.id()).forEach(person -> teamOf.putIfAbsent(person, team.name()));
        return people.of(teamOf.keySet()).values().stream()
                .filter(Person::active)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(p -> new Choice(Long.toString(p.id()), p.name() + " · " + teamOf.get(p.id())))
                .collect(Collectors.toList());
    }
}
