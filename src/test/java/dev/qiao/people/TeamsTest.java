package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Reversals;
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
    Services services;

    @Autowired
    Journal journal;

    @Autowired
    Reversals reversals;

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
    void whoLeadsATeamSeesItsWorkWithoutBelongingToIt() {
        var now = clock.instant();
        var me = crowd.me(now, "lead");
        var team = team(me.id());
        assertThat(rights.of(me.id()).orElseThrow().in(team.id())).isTrue();
        var draft = new TeamDraft("Team", Tier.FIRST, crowd.me(now, "lead").id(), SHANGHAI, true);
        teams.edit(team.id(), draft, team.version(), Me.QIAO, now);
        assertThat(rights.of(me.id()).orElseThrow().in(team.id())).isFalse();
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
    void whoHasLeftIsMadeLeadOfNothing() {
        var now = clock.instant();
        var gone = crowd.person(now, "lead");
        people.activate(gone.id(), false, Me.QIAO, now);
        assertThatThrownBy(() -> team(gone.id())).satisfies(refused -> names(refused, gone));
        var team = team(null);
        var draft = new TeamDraft("Team", Tier.FIRST, gone.id(), SHANGHAI, true);
        assertThatThrownBy(() -> teams.edit(team.id(), draft, team.version(), Me.QIAO, now))
                .satisfies(refused -> names(refused, gone));
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isNull();
    }

    @Test
    void takingBackAChangeOfLeadDoesNotBringBackWhoHasLeft() {
        var now = clock.instant();
        var first = crowd.person(now, "lead");
        var second = crowd.person(now, "lead");
        var team = team(first.id());
        var draft = new TeamDraft("Team", Tier.FIRST, second.id(), SHANGHAI, true);
        teams.edit(team.id(), draft, team.version(), Me.QIAO, now);
        people.activate(first.id(), false, Me.QIAO, now);
        assertThatThrownBy(() -> takeBackTheLast(team)).satisfies(refused -> names(refused, first));
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isEqualTo(second.id());
    }

    @Test
    void aTeamThatLostItsLeadGetsThemBackFromTheAuditOnlyWhenTheyAreBack() {
        var now = clock.instant();
        var lead = crowd.person(now, "lead");
        var team = team(lead.id());
        people.activate(lead.id(), false, Me.QIAO, now);
        assertThatThrownBy(() -> takeBackTheLast(team)).satisfies(refused -> names(refused, lead));
        people.activate(lead.id(), true, Me.QIAO, now);
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isNull();
        takeBackTheLast(team);
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isEqualTo(lead.id());
    }

    @Test
    void whoHasLeftIsMadeOwnerOfNoServiceButStaysWhereTheyAreNamed() {
        var now = clock.instant();
        var gone = crowd.person(now, "manager");
        var code = crowd.word("s");
        var owned = services.create(new ServiceDraft(code, "邮箱", false, gone.id(), List.of(), true), Me.QIAO, now);
        people.activate(gone.id(), false, Me.QIAO, now);
        var renamed = services.update(
                owned.id(),
                owned.version(),
                new ServiceDraft(code, "邮件", false, gone.id(), List.of(), true),
                Me.QIAO,
                now);
        assertThat(renamed.ownerId()).isEqualTo(gone.id());
        var draft = new ServiceDraft(crowd.word("s"), "打印", false, gone.id(), List.of(), true);
        assertThatThrownBy(() -> services.create(draft, Me.QIAO, now)).satisfies(refused -> names(refused, gone));
        var given = new ServiceDraft(code, "邮件", false, null, List.of(), true);
        var free = services.update(owned.id(), renamed.version(), given, Me.QIAO, now);
        var again = new ServiceDraft(code, "邮件", false, gone.id(), List.of(), true);
        assertThatThrownBy(() -> services.update(free.id(), free.version(), again, Me.QIAO, now))
                .satisfies(refused -> names(refused, gone));
    }

    private void takeBackTheLast(Team team) {
        var entry = journal.of(Ledger.TEAM, team.id(), 0, 100).getLast();
        reversals.reverse(entry.id(), crowd.me(clock.instant(), "admin"), clock.instant());
    }

    private static void names(Throwable refused, Person person) {
        assertThat(refused).isInstanceOfSatisfying(Refused.class, it -> {
            assertThat(it.problems().getFirst().key()).isEqualTo("people.has_left");
            assertThat(it.problems().getFirst().arguments()).containsExactly(person.name());
        });
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
