package dev.qiao.people.roster;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Layer.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who take turns by the day from nine to nine: lin on the even days from Wednesday 18 November, wei on the others. */
@QiaoTest
abstract class TakingTurns {
    static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Teams teams;

    @Autowired
    Rosters rosters;

    @Autowired
    Covers covers;

    @Autowired
    Swaps swaps;

    @Autowired
    Leaves leaves;

    Me lead;
    Me lin;
    Me wei;
    Team team;

    @BeforeEach
    void twoWhoTakeTurns() {
        lead = cast.hire("lead");
        team = cast.team(lead);
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        var starts = LocalDateTime.parse("2026-11-18T09:00");
        var turns = List.of(Set.of(lin.id()), Set.of(wei.id()));
        rosters.add(team.id(), new LayerDraft("轮班", 0, starts, null, 1, Unit.DAY, turns, List.of()), lead, NINE);
    }

    static Span span(int from, int to) {
        return new Span(at(from), at(to));
    }

    static Instant at(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }
}
