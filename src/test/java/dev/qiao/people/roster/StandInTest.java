package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Journal;
import dev.qiao.people.Roles;
import dev.qiao.people.Team;
import dev.qiao.people.roster.RosterFacts.GapsFound;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Standing in, swaps and being away. */
class StandInTest extends TakingTurns {
    @Autowired
    Db db;

    @Autowired
    GapWorker gaps;

    @Autowired
    Roles roles;

    @Autowired
    Journal journal;

    @Test
    void aMemberTakesTonightAndGivesItBack() {
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(9, 24), wei, at(1));
        assertThat(teams.onDuty(team.id(), at(10))).containsExactly(wei.id());
        assertThat(teams.onDuty(team.id(), at(8))).containsExactly(lin.id());
        covers.drop(team.id(), cover.id(), wei, at(2));
        assertThat(teams.onDuty(team.id(), at(10))).containsExactly(lin.id());
    }

    @Test
    void whatWasTakenBackIsListedAndHoldsAgainAsItDid() {
        var known = teams.find(team.id()).orElseThrow();
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(9, 24), wei, at(1));
        covers.drop(team.id(), cover.id(), wei, at(2));
        assertThat(covers.dropped(known, wei, at(3))).containsExactly(cover);
        assertThat(covers.dropped(known, lead, at(3))).containsExactly(cover);
        assertThat(covers.dropped(known, lin, at(3))).isEmpty();
        assertThat(covers.dropped(known, wei, at(25))).as("over").isEmpty();
        assertThatThrownBy(() -> covers.restore(team.id(), cover.id(), lin, at(3)))
                .isInstanceOf(Refused.class);
        covers.restore(team.id(), cover.id(), wei, at(3));
        assertThat(teams.onDuty(team.id(), at(10))).containsExactly(wei.id());
        assertThat(covers.dropped(known, wei, at(3))).isEmpty();
        var leave = leaves.enter(lin.id(), span(30, 40), "看病", lin, at(3));
        leaves.drop(leave.id(), lin, at(4));
        assertThat(leaves.of(List.of(lin.id()), at(30), at(40), lin)).isEmpty();
        assertThat(leaves.dropped(List.of(lin.id()), lin, at(5))).containsExactly(leave);
        assertThat(leaves.dropped(List.of(lin.id()), wei, at(5))).isEmpty();
        assertThatThrownBy(() -> leaves.restore(leave.id(), wei, at(5))).isInstanceOf(Refused.class);
        assertThat(leaves.restore(leave.id(), lin, at(5)).note()).isEqualTo("看病");
        assertThat(leaves.of(List.of(lin.id()), at(30), at(40), lin)).hasSize(1);
    }

    @Test
    void nobodyIsPutDownByAColleague() {
        assertThatThrownBy(() -> covers.take(team.id(), lin.id(), wei.id(), span(25, 30), wei, at(1)))
                .isInstanceOf(Refused.class);
        covers.take(team.id(), lin.id(), wei.id(), span(25, 30), lead, at(1));
        assertThat(teams.onDuty(team.id(), at(26))).containsExactly(lin.id());
    }

    @Test
    void whoIsAwayIsNotEnteredAsStandingInNorBroughtBack() {
        var away = leaves.enter(wei.id(), span(10, 12), "", wei, at(1));
        for (var by : List.of(wei, lead)) {
            assertThatThrownBy(() -> covers.take(team.id(), wei.id(), lin.id(), span(9, 24), by, at(1)))
                    .hasMessage("people.cover_away");
        }
        covers.take(team.id(), wei.id(), lin.id(), span(12, 24), lead, at(1));
        leaves.drop(away.id(), wei, at(2));
        var cover = covers.take(team.id(), wei.id(), lin.id(), span(9, 12), lead, at(2));
        covers.drop(team.id(), cover.id(), lead, at(3));
        leaves.enter(wei.id(), span(8, 10), "", wei, at(4));
        assertThatThrownBy(() -> covers.restore(team.id(), cover.id(), lead, at(5)))
                .hasMessage("people.cover_away");
        assertThat(teams.onDuty(team.id(), at(9))).as("nothing has changed").containsExactly(lin.id());
    }

    @Test
    void aSwapChangesNothingUntilTheOtherAccepts() {
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), span(24, 48), lin, at(1));
        assertThat(teams.onDuty(team.id(), at(50))).containsExactly(lin.id());
        assertThatThrownBy(() -> swaps.accept(team.id(), swap.id(), lin, at(2)))
                .as("one does not answer oneself")
                .isInstanceOf(Refused.class);
        assertThat(swaps.asked(wei, at(2))).extracting(Swap::id).containsExactly(swap.id());
        swaps.accept(team.id(), swap.id(), wei, at(2));
        assertThat(teams.onDuty(team.id(), at(50))).containsExactly(wei.id());
        assertThat(teams.onDuty(team.id(), at(25))).containsExactly(lin.id());
        assertThat(swaps.of(team.id(), at(3)))
                .as("both see how it ended")
                .extracting(Swap::state)
                .containsExactly(Swap.State.ACCEPTED);
        assertThatThrownBy(() -> swaps.refuse(team.id(), swap.id(), wei, at(3))).isInstanceOf(Refused.class);
    }

    @Test
    void aSwapThatWasRefusedOrWithdrawnChangesNothing() {
        var refused = swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        swaps.refuse(team.id(), refused.id(), wei, at(2));
        var withdrawn = swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(3));
        swaps.withdraw(team.id(), withdrawn.id(), lin, at(4));
        assertThat(teams.onDuty(team.id(), at(50))).containsExactly(lin.id());
        assertThatThrownBy(() -> swaps.accept(team.id(), withdrawn.id(), wei, at(5)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsNoShiftOfTheirsIsNotSwapped() {
        assertThatThrownBy(() -> swaps.ask(team.id(), wei.id(), span(24, 48), null, lin, at(1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> swaps.ask(team.id(), wei.id(), span(0, 24), null, lin, at(1)))
                .as("it has begun")
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSwapThatTheRosterHasOvertakenIsNotAccepted() {
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        leaves.enter(lin.id(), span(48, 72), "", lin, at(2));
        assertThatThrownBy(() -> swaps.accept(team.id(), swap.id(), wei, at(3))).hasMessage("people.swap_outdated");
    }

    @Test
    void whoIsAwayIsNeitherAskedToStandInNorAccepts() {
        leaves.enter(wei.id(), span(60, 64), "", wei, at(1));
        assertThatThrownBy(() -> swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1)))
                .hasMessage("people.swap_away");
        var back = leaves.enter(lin.id(), span(30, 31), "", lin, at(1));
        var turns = span(96, 120);
        assertThatThrownBy(() -> swaps.ask(team.id(), wei.id(), turns, span(24, 48), lin, at(1)))
                .hasMessage("people.swap_away_back");
        leaves.drop(back.id(), lin, at(2));
        var swap = swaps.ask(team.id(), wei.id(), turns, span(24, 48), lin, at(2));
        var later = leaves.enter(wei.id(), turns, "", wei, at(3));
        assertThatThrownBy(() -> swaps.accept(team.id(), swap.id(), wei, at(4))).hasMessage("people.swap_away");
        leaves.drop(later.id(), wei, at(4));
        leaves.enter(lin.id(), span(24, 48), "", lin, at(4));
        assertThatThrownBy(() -> swaps.accept(team.id(), swap.id(), wei, at(5))).hasMessage("people.swap_away_back");
        assertThat(teams.onDuty(team.id(), at(100))).as("nothing has changed").containsExactly(lin.id());
    }

    @Test
    void whoGoesOnLeaveWhileTheyAcceptIsNotPutDownAfterAll() {
        var swap = swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        var accepted = db.transact(() -> {
            leaves.enter(wei.id(), span(48, 72), "", wei, at(2));
            var other = CompletableFuture.runAsync(() -> swaps.accept(team.id(), swap.id(), wei, at(2)));
            pause();
            return other;
        });
        assertThatThrownBy(accepted::join).hasMessageContaining("people.swap_away");
        assertThat(teams.onDuty(team.id(), at(50))).as("nothing has changed").containsExactly(lin.id());
    }

    @Test
    void nobodyAsksForSwapsWithoutEnd() {
        var first = swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        for (int i = 1; i < Swaps.MOST_OPEN; i++) swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        assertThatThrownBy(() -> swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("people.swap_too_many");
        swaps.withdraw(team.id(), first.id(), lin, at(2));
        swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(2));
    }

    @Test
    void swapsThatAreAskedForAtTheSameMomentAreNotOneTooMany() {
        for (int i = 1; i < Swaps.MOST_OPEN; i++) swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
        var asked = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    try {
                        swaps.ask(team.id(), wei.id(), span(48, 72), null, lin, at(1));
                        return "";
                    } catch (Refused refused) {
                        return refused.problems().getFirst().key();
                    }
                }))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join))
                .filteredOn("people.swap_too_many"::equals)
                .hasSize(3);
    }

    @Test
    void whoIsOnLeaveIsNotOnDutyAndWhyIsReadByTheLeadOnly() {
        leaves.enter(lin.id(), span(2, 12), "看牙", lin, at(1));
        assertThat(teams.onDuty(team.id(), at(1))).containsExactly(lin.id());
        assertThat(teams.onDuty(team.id(), at(2))).isEmpty();
        assertThat(teams.onDuty(team.id(), at(12))).containsExactly(lin.id());
        var persons = List.of(lin.id());
        assertThat(leaves.of(persons, at(0), at(24), wei))
                .extracting(Leave::note)
                .containsExactly("");
        assertThat(leaves.of(persons, at(0), at(24), lead))
                .extracting(Leave::note)
                .containsExactly("看牙");
        assertThatThrownBy(() -> leaves.enter(lin.id(), span(2, 12), "", wei, at(1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLeadIsToldOfAGapOnce() {
        while (gaps.work(at(0)) > 0) {}
        assertThat(told(team)).isEmpty();
        leaves.enter(wei.id(), span(24, 100), "", wei, at(1));
        while (gaps.work(at(1)) > 0) {}
        assertThat(told(team)).singleElement().satisfies(found -> {
            assertThat(found.person()).isEqualTo(lead.id());
            assertThat(found.count()).as("two of wei's days").isEqualTo(2);
            assertThat(found.from()).isEqualTo(at(24));
        });
        while (gaps.work(at(26)) > 0) {}
        assertThat(told(team)).as("the same gaps, one of them begun").hasSize(1);
        covers.take(team.id(), lin.id(), wei.id(), span(72, 96), lin, at(27));
        while (gaps.work(at(27)) > 0) {}
        assertThat(told(team)).as("fewer gaps are no news").hasSize(1);
    }

    @Test
    void whoManagesTheServiceIsToldOfAGapInATeamThatNobodyLeads() {
        cast.hire("manager");
        var headless = cast.team(null);
        var hao = cast.join(headless, cast.hire("engineer"));
        var day = LayerDraft.fixed("白班", LocalDateTime.parse("2026-11-18T09:00"), Set.of(hao.id()), List.of());
        rosters.add(headless.id(), day, Me.QIAO, NINE);
        leaves.enter(hao.id(), span(24, 48), "", hao, at(1));
        while (gaps.work(at(1)) > 0) {}
        while (gaps.work(at(3)) > 0) {}
        assertThat(told(headless))
                .as("each once")
                .extracting(GapsFound::person)
                .containsExactlyElementsOf(roles.managers());
        assertThat(told(headless)).allSatisfy(found -> assertThat(found.from()).isEqualTo(at(24)));
    }

    private List<GapsFound> told(Team of) {
        return journal.of(Rosters.KIND, of.id(), 0, 100).stream()
                .filter(e -> e.is(GapsFound.class))
                .map(e -> e.as(GapsFound.class))
                .toList();
    }

    /** Long enough for the other to come to where it waits. */
    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
