package dev.qiao.signal.wall;

import dev.qiao.base.Me;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.signal.map.Health;
import dev.qiao.signal.map.Health.State;
import dev.qiao.signal.map.Healths;
import dev.qiao.signal.wall.Wall.TeamLoad;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.load.Load;
import dev.qiao.ticket.load.Load.Due;
import dev.qiao.ticket.load.Loads;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gathers what the wall display shows, within what who signed in there sees. */
@Component
class Walls {
    private static final int TROUBLE = 4;
    private static final int CALM = 8;
    private static final int DUE = 6;
    private static final int TEAMS = 6;
    private static final int INCIDENTS = 500;

    private final Healths healths;
    private final Loads loads;
    private final Queue queue;
    private final Teams teams;
    private final People people;

    Walls(Healths healths, Loads loads, Queue queue, Teams teams, People people) {
        this.healths = healths;
        this.loads = loads;
        this.queue = queue;
        this.teams = teams;
        this.people = people;
    }

    Wall of(Me me, Instant now) {
        var all = healths.all(me, now);
        var trouble = all.stream().filter(Walls::wrong).sorted(worst()).toList();
        var calm = all.stream().filter(health -> !wrong(health)).toList();
        var load = loads.of(me, now);
        var due = queue.list(Filter.of(View.DUE), null, DUE, me, now).items();
        int broken = load.sum(part -> part.due() == Due.OVERDUE);
        int risky = load.sum(part -> part.due() == Due.NEAR);
        var begin = now.atZone(me.zone()).toLocalDate().atStartOfDay(me.zone());
        var today = loads.incidents(begin.toInstant(), INCIDENTS, me);
        var shown = today.stream()
                .filter(incident -> incident.priority() != Priority.NORMAL)
                .toList();
        var day = Day.of(shown, begin.toInstant(), begin.plusDays(1).toInstant(), now);
        var busy = teams(load, now);
        return new Wall(
                now,
                all.size(),
                trouble.size(),
                first(trouble, TROUBLE),
                beyond(trouble.size(), TROUBLE),
                first(calm, CALM),
                beyond(calm.size(), CALM),
                due,
                Math.max(0, broken + risky - due.size()),
                broken,
                first(busy, TEAMS),
                beyond(busy.size(), TEAMS),
                load.sum(_ -> true),
                today.size(),
                (int) today.stream()
                        .filter(incident -> incident.restored() != null)
                        .count(),
                day);
    }

    private static boolean wrong(Health health) {
        return health.state() == State.FAILING || health.state() == State.AFFECTED;
    }

    private static Comparator<Health> worst() {
        return Comparator.comparing(Health::state)
                .thenComparing(Health::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(health -> health.service().code());
    }

    /** Those with work or with somebody on duty, the busiest first. */
    private List<TeamLoad> teams(Load load, Instant now) {
        var active = teams.active();
        var duty = teams.onDuty(active.stream().map(Team::id).toList(), now);
        var ids = new HashSet<Long>();
        duty.values().forEach(ids::addAll);
        var names = people.of(ids);
        var open = load.byTeam(_ -> true);
        var waiting = load.byTeam(Load.Part::waiting);
        var overdue = load.byTeam(part -> part.due() == Due.OVERDUE);
        int most = open.values().stream().max(Comparator.naturalOrder()).orElse(1);
        return active.stream()
                .map(team -> new TeamLoad(
                        team,
                        open.getOrDefault(team.id(), 0),
                        waiting.getOrDefault(team.id(), 0),
                        overdue.getOrDefault(team.id(), 0),
                        names(duty.getOrDefault(team.id(), List.of()), names),
                        100 * open.getOrDefault(team.id(), 0) / most))
                .filter(each -> each.open() > 0 || !each.duty().isEmpty())
                .sorted(Comparator.comparingInt(TeamLoad::open)
                        .reversed()
                        .thenComparing(each -> each.team().code()))
                .toList();
    }

    private static List<String> names(List<Long> persons, Map<Long, Person> known) {
        return persons.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .toList();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static int beyond(int all, int shown) {
        return Math.max(0, all - shown);
    }
}
