package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.journal.Audit;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.journal.Standing;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A layer that was taken away comes back once, as the one that it was. */
@QiaoTest
class LayerBackTest {
    @Autowired
    Rosters rosters;

    @Autowired
    Reversals reversals;

    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    Me admin;
    Me member;
    Team team;

    @BeforeEach
    void aTeam() {
        admin = cast.hire("admin");
        team = cast.team(null);
        member = cast.join(team, cast.hire("engineer"));
    }

    @Test
    void aLayerThatWasTakenAwayComesBackOnlyOnce() {
        rosters.remove(team.id(), layer("白班").id(), admin, clock.instant());
        var gone = newest();
        back(gone);
        assertThat(standing(gone)).isEqualTo(new Standing.Done(newest().id()));
        refused("journal.reversed_already", gone);
        assertThat(rosters.layers(team.id())).extracting(Layer::name).containsExactly("白班");
    }

    @Test
    void whatWasChangedBeforeItWentIsStillTakenBackAfterItCame() {
        var layer = layer("白班");
        rosters.edit(team.id(), layer.id(), layer.version(), draft("早班"), admin, clock.instant());
        var renamed = newest();
        rosters.remove(team.id(), layer.id(), admin, clock.instant());
        back(newest());
        assertThat(standing(renamed)).isEqualTo(new Standing.Open());
        back(renamed);
        assertThat(rosters.layers(team.id())).extracting(Layer::name).containsExactly("白班");
    }

    @Test
    void whoeverHasLeftSinceHasAgainTheTurnThatWasTheirs() {
        var layer = layer("白班");
        var next = cast.join(team, cast.hire("engineer"));
        var taken =
                new LayerDraft("白班", 0, layer.starts(), null, 1, layer.unit(), List.of(Set.of(next.id())), List.of());
        rosters.edit(team.id(), layer.id(), layer.version(), taken, admin, clock.instant());
        var change = newest();
        people.activate(member.id(), false, Me.QIAO, clock.instant());
        back(change);
        assertThat(rosters.layers(team.id()).getFirst().turns()).containsExactly(Set.of(member.id()));
        var stranger = LayerDraft.fixed("白班", layer.starts(), Set.of(admin.id()), List.of());
        assertThatThrownBy(() -> rosters.edit(team.id(), layer.id(), 3, stranger, admin, clock.instant()))
                .as("nobody else is let in by that")
                .hasMessage("people.roster_stranger");
    }

    @Test
    void aFormThatWasOpenedBeforeItWentChangesNothing() {
        var seen = layer("白班");
        rosters.remove(team.id(), seen.id(), admin, clock.instant());
        back(newest());
        assertThatThrownBy(
                        () -> rosters.edit(team.id(), seen.id(), seen.version(), draft("晚班"), admin, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    private Layer layer(String name) {
        return rosters.add(team.id(), draft(name), admin, clock.instant());
    }

    private LayerDraft draft(String name) {
        return LayerDraft.fixed(name, LocalDateTime.parse("2026-03-02T09:00"), Set.of(member.id()), List.of());
    }

    private void back(Recorded entry) {
        reversals.reverse(entry.id(), admin, clock.instant());
    }

    private Standing standing(Recorded entry) {
        return reversals.standing(List.of(entry)).values().iterator().next();
    }

    private void refused(String key, Recorded entry) {
        assertThatThrownBy(() -> back(entry))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo(key));
    }

    private Recorded newest() {
        var configured = new Audit.Search(null, null, "configured", null, null, null);
        return audit.list(configured, new Paging(1, null), admin).items().getFirst();
    }
}
