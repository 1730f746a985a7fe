package dev.qiao.dispatch.oncall;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.oncall.OnCall.Call;
import dev.qiao.dispatch.oncall.OnCall.Gap;
import dev.qiao.dispatch.oncall.OnCall.Next;
import dev.qiao.dispatch.oncall.OnCall.Step;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Roster;
import dev.qiao.people.roster.Shift;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.load.Load;
import dev.qiao.ticket.load.Loads;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to who is on call, for who works here; of tickets it counts what they see. */
@Component
public class OnCalls {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int GAPS = 3;
    private static final int STEPS = 5;
    private static final int DUE = 200;

    private final Teams teams;
    private final Duties duties;
    private final People people;
    private final Services services;
    private final Loads loads;
    private final Queue queue;
    private final StepSql steps;

    OnCalls(Teams teams, Duties duties, People people, Services services, Loads loads, Queue queue, StepSql steps) {
        this.teams = teams;
        this.duties = duties;
        this.people = people;
        this.services = services;
        this.loads = loads;
        this.queue = queue;
        this.steps = steps;
    }

    /** Of all teams in use, by code. */
    public List<OnCall> all(Me me, Instant now) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
        var active = teams.active();
        var shifts = new HashMap<Long, List<Shift>>();
        var rosters = duties.of(active.stream().map(Team::id).toList(), now, now.plus(AHEAD));
        rosters.forEach((team, roster) -> shifts.put(team, roster.shifts(now, now.plus(AHEAD))));
        var persons = people.of(named(shifts.values()));
        var load = loads.of(me, now);
        var climbing = climbing(me, now);
        var first = services.active().stream()
                .filter(service -> service.teamId() != null)
                .collect(groupingBy(service -> Objects.requireNonNull(service.teamId())));
        return active.stream()
                .map(team -> of(
                        team,
                        first.getOrDefault(team.id(), List.of()),
                        shifts.getOrDefault(team.id(), List.of()),
                        planned(rosters.get(team.id())),
                        persons,
                        load,
                        climbing.getOrDefault(team.id(), List.of()),
                        now))
                .toList();
    }

    private static boolean planned(@Nullable Roster roster) {
        return roster != null && !(roster.layers().isEmpty() && roster.wanted().isEmpty());
    }

    private static Set<Long> named(Iterable<List<Shift>> all) {
        var ids = new HashSet<Long>();
        for (var shifts : all)
            for (var shift : shifts) {
                if (shift.person() != null) ids.add(shift.person());
                if (shift.post().instead() != null) ids.add(shift.post().instead());
            }
        return ids;
    }

    private OnCall of(
            Team team,
            List<Service> asks,
            List<Shift> shifts,
            boolean planned,
            Map<Long, Person> persons,
            Load load,
            List<Step> climbing,
            Instant now) {
        var open = load.byPerson(_ -> true);
        var urgent = load.byPerson(part -> part.priority() == Priority.URGENT);
        var calls = shifts.stream()
                .filter(shift -> !shift.gap() && shift.from().equals(now))
                .flatMap(shift -> person(shift.person(), persons).stream()
                        .map(person -> new Call(
                                person,
                                until(shift, now),
                                person(shift.post().instead(), persons).orElse(null),
                                open.getOrDefault(person.id(), 0),
                                urgent.getOrDefault(person.id(), 0))))
                .toList();
        var next = shifts.stream()
                .filter(shift -> !shift.gap() && shift.from().isAfter(now))
                .flatMap(shift -> person(shift.person(), persons).stream().map(one -> new Next(one, shift.from())))
                .findFirst()
                .orElse(null);
        var gaps = shifts.stream()
                .filter(Shift::gap)
                .map(shift -> new Gap(
                        shift.from(),
                        shift.to(),
                        person(shift.post().instead(), persons).orElse(null)))
                .toList();
        return new OnCall(
                team,
                asks,
                calls,
                next,
                gaps.subList(0, Math.min(GAPS, gaps.size())),
                Math.max(0, gaps.size() - GAPS),
                load.byTeam(part -> part.priority() == Priority.URGENT).getOrDefault(team.id(), 0),
                load.byTeam(Load.Part::waiting).getOrDefault(team.id(), 0),
                climbing,
                planned);
    }

    /** What lasts beyond the week has no end that is known. */
    private static @Nullable Instant until(Shift shift, Instant now) {
        return shift.to().isBefore(now.plus(AHEAD)) ? shift.to() : null;
    }

    private static Optional<Person> person(@Nullable Long id, Map<Long, Person> persons) {
        return Optional.ofNullable(id).map(persons::get);
    }

    /** The promises in danger of which somebody was told, by team. */
    private Map<Long, List<Step>> climbing(Me me, Instant now) {
        var due = queue.list(Filter.of(View.DUE), null, DUE, me, now).items();
        var teamOf = due.stream()
                .filter(ticket -> ticket.place().team() != null)
                .collect(toMap(
                        Ticket::number,
                        ticket -> Objects.requireNonNull(ticket.place().team())));
        if (teamOf.isEmpty()) return Map.of();
        var byTeam = steps.last(teamOf.keySet()).stream()
                .collect(groupingBy(step -> Objects.requireNonNull(teamOf.get(step.ticket()))));
        byTeam.replaceAll((_, all) -> List.copyOf(all.subList(0, Math.min(STEPS, all.size()))));
        return byTeam;
    }
}
