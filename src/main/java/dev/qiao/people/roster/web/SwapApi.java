package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Span;
import dev.qiao.people.roster.Swap.State;
import dev.qiao.people.roster.Swaps;
import dev.qiao.people.roster.web.RosterJson.SwapShown;
import java.time.Instant;
import java.time.InstantSource;
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

/** Exchanging shifts: asked by one, answered by the other. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@RestController
@RequestMapping("/api/v1/teams/{code}/swaps")
class SwapApi {
    /** When a shift begins and ends. */
    record SpanSaid(@Nullable Instant from, @Nullable Instant to) {}

    /** @param takes which of the other's shifts is done in return; nothing: none */
    record NewSwap(
            @Nullable String asked,
            @Nullable SpanSaid gives,
            @Nullable SpanSaid takes) {}

    /** {@code accepted} or {@code refused}. */
    record Answer(@Nullable State answer) {}

    private final Swaps swaps;
    private final TeamPeople teams;
    private final RosterJson json;
    private final InstantSource clock;

    SwapApi(Swaps swaps, TeamPeople teams, RosterJson json, InstantSource clock) {
        this.swaps = swaps;
        this.teams = teams;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    Slice<SwapShown> index(@PathVariable String code, Paging paging) {
        var team = teams.team(code);
        return paging.of(
                swaps.of(team.id(), clock.instant()).stream().map(json::shown).toList(), "swaps");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SwapShown create(@PathVariable String code, @RequestBody NewSwap body, Me me) {
        var team = teams.team(code);
        var asked = json.person("asked", body.asked());
        if (asked == null) throw Refused.invalid("asked", "people.compulsory");
        if (body.gives() == null) throw Refused.invalid("gives", "people.compulsory");
        var swap = swaps.ask(
                team.id(),
                asked,
                span(body.gives()),
                body.takes() == null ? null : span(body.takes()),
                me,
                clock.instant());
        return json.shown(swap);
    }

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void update(@PathVariable String code, @PathVariable long id, @RequestBody Answer body, Me me) {
        var team = teams.team(code);
        if (body.answer() == State.ACCEPTED) swaps.accept(team.id(), id, me, clock.instant());
        else if (body.answer() == State.REFUSED) swaps.refuse(team.id(), id, me, clock.instant());
        else throw Refused.invalid("answer", "people.swap_answer");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable String code, @PathVariable long id, Me me) {
        swaps.withdraw(teams.team(code).id(), id, me, clock.instant());
    }

    private static Span span(SpanSaid said) {
        return RosterJson.span(said.from(), said.to());
    }
}
