package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Covers;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.web.RosterJson.CoverShown;
import dev.qiao.people.roster.web.RosterJson.LeaveShown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standing in, and being away. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@RestController
@RequestMapping("/api/v1/teams/{code}")
class StandInApi {
    /** @param person a login; oneself where it is left out */
    record NewCover(
            @Nullable String person,
            @Nullable String instead,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** @param person a login; oneself where it is left out */
    record NewLeave(
            @Nullable String person,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String note) {}

    private final Covers covers;
    private final Leaves leaves;
    private final TeamPeople teams;
    private final RosterJson json;
    private final InstantSource clock;

    StandInApi(Covers covers, Leaves leaves, TeamPeople teams, RosterJson json, InstantSource clock) {
        this.covers = covers;
        this.leaves = leaves;
        this.teams = teams;
        this.json = json;
        this.clock = clock;
    }

    /** Those that are still to come, the earliest first. */
    @GetMapping("/overrides")
    Slice<CoverShown> index(@PathVariable String code, Me me) {
        var team = teams.team(code).id();
        var now = clock.instant();
        var ahead = covers.ahead(team, now);
        return new Slice<>(json.shown(ahead, covers.idle(team, ahead, now)), null);
    }

    @PostMapping("/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    CoverShown create(@PathVariable String code, @RequestBody NewCover body, Me me) {
        var team = teams.team(code);
        var now = clock.instant();
        var person = json.person("person", body.person());
        var cover = covers.take(
                team.id(),
                person == null ? me.id() : person,
                json.person("instead", body.instead()),
                RosterJson.span(body.from(), body.to()),
                me,
                now);
        return json.shown(List.of(cover), covers.idle(team.id(), List.of(cover), now))
                .getFirst();
    }

    @DeleteMapping("/overrides/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable String code, @PathVariable long id, Me me) {
        covers.drop(teams.team(code).id(), id, me, clock.instant());
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.CREATED)
    LeaveShown create(@PathVariable String code, @RequestBody NewLeave body, Me me) {
        var team = teams.team(code);
        var person = json.person("person", body.person());
        long away = person == null ? me.id() : person;
        if (teams.members(team).stream().noneMatch(member -> member.id() == away))
            throw Refused.invalid("person", "people.roster_stranger");
        var note = body.note() == null ? "" : body.note();
        var leave = leaves.enter(away, RosterJson.span(body.from(), body.to()), note, me, clock.instant());
        return json.shown(leave);
    }

    @DeleteMapping("/leave/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, @PathVariable String code, Me me) {
        teams.team(code);
        leaves.drop(id, me, clock.instant());
    }
}
