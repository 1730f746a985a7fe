package dev.qiao.people.roster.web;

import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.web.RosterJson.ShiftShown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on duty in a team, now and at other times. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@RestController
@RequestMapping("/api/v1/teams/{code}")
class ShiftApi {
    private static final Duration STANDARD = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(93);

    /** Who is on duty at a moment. */
    record OnDuty(Instant at, List<Ref> people) {}

    private final Duties duties;
    private final TeamPeople teams;
    private final RosterJson json;
    private final InstantSource clock;

    ShiftApi(Duties duties, TeamPeople teams, RosterJson json, InstantSource clock) {
        this.duties = duties;
        this.teams = teams;
        this.json = json;
        this.clock = clock;
    }

    /** @param at now, where it is left out */
    @GetMapping("/duty")
    OnDuty show(@PathVariable String code, @RequestParam(required = false) @Nullable String at) {
        var team = teams.team(code);
        var moment = Objects.requireNonNullElseGet(Moments.exact("at", at), clock::instant);
        return new OnDuty(
                moment, json.refs(duties.onDuty(List.of(team.id()), moment).getOrDefault(team.id(), List.of())));
    }

    /** Shifts and gaps of at most 93 days, cut at both ends; the next fourteen days where nothing is said. */
    @GetMapping("/shifts")
    Slice<ShiftShown> index(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var team = teams.team(code);
        var start = Objects.requireNonNullElseGet(Moments.exact("from", from), clock::instant);
        var end = Objects.requireNonNullElseGet(Moments.exact("to", to), () -> start.plus(STANDARD));
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0)
            throw Refused.malformed("to", "people.too_long_span", LONGEST.toDays());
        return new Slice<>(json.shifts(duties.of(team.id(), start, end), start, end), null);
    }
}
