package dev.qiao.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Covers;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Span;
import dev.qiao.people.roster.Swaps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told when somebody else changes their duty. */
@QiaoTest
class StandInToldTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Covers covers;

    @Autowired
    Leaves leaves;

    @Autowired
    Rosters rosters;

    @Autowired
    Swaps swaps;

    @Autowired
    Notices notices;

    @Autowired
    NoticeReader reader;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me lead;
    Me lin;
    Me wei;
    Team team;

    @BeforeEach
    void aTeamOfTwo() {
        lead = cast.hire("lead");
        team = cast.team(lead);
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
    }

    @Test
    void bothAreToldThatTheLeadCancelsWhoStandsIn() {
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(9, 24), lead, at(1));
        covers.drop(team.id(), cover.id(), lead, at(2));
        follow(Rosters.KIND, team.id());
        assertThat(told(wei)).containsExactly("channel.stands_in_no_more", "channel.stands_in");
        assertThat(told(lin)).containsExactly("channel.stood_in_for_no_more", "channel.stood_in_for");
        covers.restore(team.id(), cover.id(), lead, at(3));
        follow(Rosters.KIND, team.id());
        assertThat(told(wei).getFirst()).isEqualTo("channel.stands_in");
        assertThat(told(lin).getFirst()).isEqualTo("channel.stood_in_for");
    }

    @Test
    void whoCancelsTheirOwnStandingInTellsOnlyTheOther() {
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(9, 24), wei, at(1));
        covers.drop(team.id(), cover.id(), wei, at(2));
        follow(Rosters.KIND, team.id());
        assertThat(told(wei)).isEmpty();
        assertThat(told(lin)).containsExactly("channel.stood_in_for_no_more", "channel.stood_in_for");
    }

    @Test
    void whoIsPutDownAsAwayByTheLeadIsToldAndNobodyOfTheirOwn() {
        var leave = leaves.enter(lin.id(), span(2, 12), "", lead, at(1));
        leaves.drop(leave.id(), lead, at(2));
        leaves.enter(wei.id(), span(2, 12), "", wei, at(1));
        follow("person", lin.id());
        follow("person", wei.id());
        assertThat(told(lin)).containsExactly("channel.leave_dropped", "channel.leave_entered");
        assertThat(told(wei)).isEmpty();
    }

    @Test
    void bothAreToldThatTheLeadCallsOffTheirSwap() {
        var starts = LocalDateTime.parse("2026-11-18T09:00");
        var turns = List.of(Set.of(lin.id()), Set.of(wei.id()));
        rosters.add(team.id(), new LayerDraft("轮班", 0, starts, null, 1, Unit.DAY, turns, List.of()), lead, NINE);
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), span(24, 48), lin, at(1));
        swaps.accept(team.id(), swap.id(), wei, at(2));
        var half = covers.of(team.id(), at(2), at(100)).getFirst();
        covers.drop(team.id(), half.id(), lead, at(3));
        follow(Rosters.KIND, team.id());
        assertThat(told(lin).getFirst()).isEqualTo("channel.swap_called_off");
        assertThat(told(wei).getFirst()).isEqualTo("channel.swap_called_off");
        covers.restore(team.id(), half.id(), lead, at(4));
        follow(Rosters.KIND, team.id());
        assertThat(told(lin).getFirst()).isEqualTo("channel.swap_reinstated");
        assertThat(told(wei).getFirst()).isEqualTo("channel.swap_reinstated");
    }

    private void follow(String kind, long subject) {
        var acts =
                journal.of(kind, subject, 0, 200).stream().filter(reader::wants).toList();
        db.transact(reader.read(acts, at(0)));
    }

    private List<String> told(Me person) {
        return notices.of(person, false, null, 50).stream().map(Notice::key).toList();
    }

    private static Span span(int from, int to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }
}
