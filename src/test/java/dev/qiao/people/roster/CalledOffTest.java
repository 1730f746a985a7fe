package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.people.roster.Layer.Unit;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of swaps and covers that hold no more. */
class CalledOffTest extends TakingTurns {
    @Autowired
    Duties duties;

    @Test
    void bothHalvesOfASwapAreCalledOffTogetherAndComeBackTogether() {
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), span(24, 48), lin, at(1));
        swaps.accept(team.id(), swap.id(), wei, at(2));
        var halves = covers.of(team.id(), at(2), at(100));
        assertThat(halves).hasSize(2);
        covers.drop(team.id(), halves.getLast().id(), lead, at(3));
        assertThat(teams.onDuty(team.id(), at(50))).containsExactly(lin.id());
        assertThat(teams.onDuty(team.id(), at(25))).containsExactly(wei.id());
        assertThat(covers.of(team.id(), at(2), at(100))).isEmpty();
        assertThat(swaps.of(team.id(), at(3))).extracting(Swap::state).containsExactly(Swap.State.CALLED_OFF);
        var away = leaves.enter(wei.id(), span(50, 51), "", wei, at(4));
        var first = halves.getFirst().id();
        assertThatThrownBy(() -> covers.restore(team.id(), halves.getLast().id(), lead, at(5)))
                .as("neither half while one of the two is away")
                .hasMessage("people.cover_away");
        assertThat(covers.of(team.id(), at(2), at(100))).isEmpty();
        leaves.drop(away.id(), wei, at(5));
        covers.restore(team.id(), first, lead, at(6));
        assertThat(teams.onDuty(team.id(), at(50))).containsExactly(wei.id());
        assertThat(teams.onDuty(team.id(), at(25))).containsExactly(lin.id());
        assertThat(swaps.of(team.id(), at(6))).extracting(Swap::state).containsExactly(Swap.State.ACCEPTED);
    }

    @Test
    void whatIsOverOfASwapStaysAsItWasWhenTheRestIsCalledOff() {
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), span(24, 48), lin, at(1));
        swaps.accept(team.id(), swap.id(), wei, at(2));
        var halves = covers.of(team.id(), at(50), at(100));
        covers.drop(team.id(), halves.getFirst().id(), lead, at(49));
        assertThat(teams.onDuty(team.id(), at(25))).as("was done").containsExactly(lin.id());
        assertThat(teams.onDuty(team.id(), at(60))).containsExactly(lin.id());
    }

    @Test
    void aCoverForAShiftThatBecameTheStandInsOwnIsKnownToChangeNothing() {
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(48, 72), wei, at(1));
        assertThat(duties.of(team.id(), at(1), at(100)).changedBy(cover, at(1))).isTrue();
        var layer = rosters.layers(team.id()).getFirst();
        rosters.remove(team.id(), layer.id(), lead, at(2));
        var starts = LocalDateTime.parse("2026-11-18T09:00");
        var turned = List.of(Set.of(wei.id()), Set.of(lin.id()));
        rosters.add(team.id(), new LayerDraft("轮班", 0, starts, null, 1, Unit.DAY, turned, List.of()), lead, at(2));
        assertThat(duties.of(team.id(), at(2), at(100)).changedBy(cover, at(2))).isFalse();
    }
}
