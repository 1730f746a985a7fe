package dev.qiao.dispatch;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.skill.Ability;
import dev.qiao.people.skill.Skills;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Placing;
import dev.qiao.ticket.Placing.Load;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pure functions need, and asks them: each ticket on the picture that the one before it leaves. */
@Component
class Decider {
    /** A ticket that needs a decision. */
    record Question(Ticket ticket, Cause cause) {}

    /** The decision, and the ticket as it was looked at. */
    record Answer(Question question, Decision decision) {
        Ticket ticket() {
            return question.ticket();
        }
    }

    private final RuleSql rules;
    private final Teams teams;
    private final Services services;
    private final Categories categories;
    private final Placing placing;
    private final Skills skills;
    private final Wants wants;
    private final People people;

    Decider(
            RuleSql rules,
            Teams teams,
            Services services,
            Categories categories,
            Placing placing,
            Skills skills,
            Wants wants,
            People people) {
        this.rules = rules;
        this.teams = teams;
        this.services = services;
        this.categories = categories;
        this.placing = placing;
        this.skills = skills;
        this.wants = wants;
        this.people = people;
    }

    List<Answer> decide(List<Question> questions, Instant now) {
        if (questions.isEmpty()) return List.of();
        var round = new Round(rules.all(), wants.all(), rules.policy(), now);
        return questions.stream().map(round::answer).toList();
    }

    /** One batch: teams are looked up once, and remember whom they were given work. */
    private final class Round {
        private final List<Rule> open;
        private final Policy policy;
        private final List<Want> all;
        private final Instant now;
        private final Map<Long, Optional<Team>> known = new HashMap<>();
        private final Map<Long, Optional<Person>> leads = new HashMap<>();
        private final Map<Long, List<Candidate>> benches = new HashMap<>();

        Round(List<Rule> rules, List<Want> all, Policy policy, Instant now) {
            this.policy = policy;
            this.now = now;
            this.all = all;
            this.open = rules.stream().filter(rule -> works(rule.team())).toList();
        }

        Answer answer(Question question) {
            var ticket = question.ticket();
            var route = Route.of(traits(ticket), open, serviceTeam(ticket), working(policy.defaultTeam()));
            var team = route.teamId();
            var turn = team == null
                    ? Turn.nowhere()
                    : turn(
                            team,
                            wanted(ticket, route.ruleId()),
                            question.cause().passed());
            if (team != null && turn.person() != null) give(team, turn.person(), ticket);
            return new Answer(
                    question,
                    new Decision(
                            ticket.number(),
                            now,
                            question.cause().reason(),
                            route.key(),
                            name(route.ruleId()),
                            route.ruleId(),
                            team,
                            turn.person(),
                            turn.steps(),
                            turn.reason(),
                            turn.last(),
                            acceptBy(ticket, turn)));
        }

        private @Nullable Instant acceptBy(Ticket ticket, Turn turn) {
            if (turn.person() == null || turn.last()) return null;
            return now.plus(policy.toAccept(ticket.weight().priority()));
        }

        private Turn turn(long team, Map<Long, Integer> wanted, Set<Long> passed) {
            var lead = leads.computeIfAbsent(
                            team,
                            id -> team(id).map(Team::leadId)
                                    .flatMap(people::find)
                                    .filter(Person::active))
                    .map(Person::id)
                    .orElse(null);
            return Turn.of(benches.computeIfAbsent(team, this::bench), wanted, passed, lead);
        }

        private Map<Long, Integer> wanted(Ticket ticket, @Nullable Long rule) {
            return Wants.of(all, rule, ticket.matter().service(), path(ticket));
        }

        private List<Candidate> bench(long team) {
            var members = teams.members(team);
            var onDuty = Set.copyOf(teams.onDuty(team, now));
            Map<Long, Load> loads = members.isEmpty() ? Map.of() : placing.load(members);
            var abilities = skills.of(members);
            return members.stream()
                    .map(person -> {
                        var load = Objects.requireNonNull(loads.get(person));
                        var ability = abilities.getOrDefault(person, Ability.none(person));
                        return new Candidate(
                                person,
                                onDuty.contains(person),
                                ability.levels(),
                                ability.capacity(),
                                load.weight(),
                                load.idleSince());
                    })
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private void give(long team, long person, Ticket ticket) {
            int weight = ticket.weight().priority().weight();
            Objects.requireNonNull(benches.get(team)).replaceAll(c -> c.person() == person ? c.given(weight, now) : c);
        }

        private Traits traits(Ticket ticket) {
            var matter = ticket.matter();
            return new Traits(
                    ticket.place().team(),
                    matter.kind(),
                    ticket.weight().priority(),
                    path(ticket),
                    matter.service(),
                    matter.organization(),
                    matter.vip(),
                    matter.title() + "\n" + matter.description());
        }

        private List<Long> path(Ticket ticket) {
            var category = ticket.matter().category();
            return category == null
                    ? List.of()
                    : categories.path(category).stream().map(Category::id).toList();
        }

        private @Nullable Long serviceTeam(Ticket ticket) {
            var service = ticket.matter().service();
            if (service == null) return null;
            return services.find(service).map(Service::teams).orElse(List.of()).stream()
                    .filter(this::works)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String name(@Nullable Long rule) {
            return open.stream()
                    .filter(r -> rule != null && r.id() == rule)
                    .map(Rule::name)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Long working(@Nullable Long team) {
            return team != null && works(team) ? team : null;
        }

        private boolean works(long team) {
            return team(team).isPresent();
        }

        private Optional<Team> team(long team) {
            return known.computeIfAbsent(team, id -> teams.find(id).filter(Team::active));
        }
    }
}
