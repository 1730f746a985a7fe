package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Teams, by code. Who only reports sees what they are called. */
@Needs
@RestController
@RequestMapping("/api/v1/teams")
class TeamApi {
    private static final String LIST = "teams";

    /** A team as programs see it; people are null to whom they do not concern. */
    record Shown(
            String code,
            String name,
            Tier tier,
            boolean active,
            @Nullable Ref lead,
            @Nullable List<Ref> members,
            @Nullable List<Ref> onDuty) {}

    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    TeamApi(Teams teams, People people, InstantSource clock) {
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var end = paging.after(LIST);
        var found = teams.page(end == null ? "" : end.text(0), paging.limit() + 1);
        var slice = Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.code()));
        return new Slice<>(shown(slice.items(), me), slice.next());
    }

    @GetMapping("/{code}")
    Shown show(@PathVariable String code, Me me) {
        var team = teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
        return shown(List.of(team), me).getFirst();
    }

    private List<Shown> shown(List<Team> some, Me me) {
        if (!PersonApi.everybody(me)) return some.stream().map(TeamApi::named).toList();
        var ids = some.stream().map(Team::id).toList();
        var members = teams.members(ids);
        var duty = teams.onDuty(ids, clock.instant());
        var known = people.of(Stream.concat(
                        members.values().stream().flatMap(Collection::stream),
                        some.stream().map(Team::leadId).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        return some.stream()
                .map(team -> shown(
                        team,
                        known,
                        members.getOrDefault(team.id(), List.of()),
                        duty.getOrDefault(team.id(), List.of())))
                .toList();
    }

    private static Shown shown(Team team, Map<Long, Person> known, List<Long> members, List<Long> duty) {
        var lead = team.leadId() == null ? null : known.get(team.leadId());
        return new Shown(
                team.code(),
                team.name(),
                team.tier(),
                team.active(),
                lead == null ? null : ref(lead),
                refs(members, known),
                refs(duty, known));
    }

    private static Shown named(Team team) {
        return new Shown(team.code(), team.name(), team.tier(), team.active(), null, null, null);
    }

    private static List<Ref> refs(List<Long> ids, Map<Long, Person> known) {
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(TeamApi::ref)
                .toList();
    }

    private static Ref ref(Person person) {
        return new Ref(person.code(), person.name());
    }
}
