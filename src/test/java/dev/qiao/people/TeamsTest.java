package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Window;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class TeamsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Teams teams;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Rights rights;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Test
    void whoStandsOnTheRosterIsOnDutyUntilTheyLeave() {
        var now = TestClock.MONDAY;
        var team = team(null);
        var first = crowd.person(now, "engineer").id();
        var second = crowd.person(now, "engineer").id();
        teams.staff(team.id(), Set.of(first, second), Me.QIAO, now);
        rosters.add(team.id(), mondays(first, second), Me.QIAO, now);
        assertThat(teams.onDuty(team.id(), now)).containsExactly(first, second);
        teams.staff(team.id(), Set.of(second), Me.QIAO, now);
        assertThat(teams.onDuty(team.id(), now)).containsExactly(second);
        people.activate(second, false, Me.QIAO, now);
        assertThat(teams.onDuty(team.id(), now)).isEmpty();
    }

    @Test
    void aLeadWritesTheRosterOfTheirOwnTeamOnly() {
        var now = clock.instant();
        var lead = crowd.me(now, "lead");
        var own = team(lead.id());
        var other = team(null);
        teams.staff(own.id(), Set.of(lead.id()), Me.QIAO, now);
        var layer = rosters.add(own.id(), mondays(lead.id()), lead, now);
        assertThatThrownBy(() -> rosters.add(other.id(), mondays(lead.id()), lead, now))
                .isInstanceOf(Refused.class);
        rosters.remove(own.id(), layer.id(), lead, now);
        assertThat(rosters.layers(own.id())).isEmpty();
        assertThatThrownBy(() -> teams.staff(own.id(), Set.of(), lead, now)).isInstanceOf(Refused.class);
    }

    @Test
    void aStrangerDoesNotStandOnARoster() {
        var now = clock.instant();
        var stranger = crowd.person(now, "engineer").id();
        var team = team(null);
        assertThatThrownBy(() -> rosters.add(team.id(), mondays(stranger), Me.QIAO, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoJoinsATeamSeesItsWorkAtOnce() {
        var now = clock.instant();
        var me = crowd.me(now, "engineer");
        var team = team(null);
        teams.staff(team.id(), Set.of(me.id()), Me.QIAO, now);
        assertThat(rights.of(me.id()).orElseThrow().teams()).containsExactly(team.id());
    }

    @Test
    void whoLeavesLeadsNoTeamAnyMore() {
        var now = clock.instant();
        var lead = crowd.person(now, "lead");
        var team = team(lead.id());
        people.activate(lead.id(), false, Me.QIAO, now);
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isNull();
    }

    @Test
    void aCodeIsTakenOnlyOnce() {
        var team = team(null);
        var draft = new TeamDraft("Second", Tier.SECOND, null, SHANGHAI, true);
        assertThatThrownBy(() -> teams.add(team.code(), draft, Me.QIAO, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("code"));
    }

    private Team team(@Nullable Long lead) {
        return teams.add(
                crowd.word("t"), new TeamDraft("Team", Tier.FIRST, lead, SHANGHAI, true), Me.QIAO, clock.instant());
    }

    private static LayerDraft mondays(Long... people) {
        var hours = List.of(new Window(DayOfWeek.MONDAY, 480, 1200));
        return LayerDraft.fixed("周一", LocalDateTime.parse("2026-01-05T00:00"), Set.of(people), hours);
    }
}
