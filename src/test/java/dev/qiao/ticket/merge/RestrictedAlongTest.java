package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Me;
import dev.qiao.people.Participants;
import dev.qiao.ticket.Tickets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever restricts a ticket restricts what goes on in it, too, and whoever opens it gives back what was open. */
class RestrictedAlongTest extends RestrictedDesk {
    @Autowired
    Participants participants;

    Me elsewhere;

    @BeforeEach
    void anOpenTicketGoesOnInAnother() {
        elsewhere = cast.join(cast.team(null), cast.hire("engineer"));
        goesOn();
    }

    @Test
    void whoIsNotNamedReadsNeitherTheTicketNorWhatGoesOnInIt() {
        assertThat(sees(wang, merged)).isTrue();
        restrict(survivor, true);
        assertThat(sees(wang, survivor)).isFalse();
        assertThat(sees(wang, merged)).isFalse();
        api(wang).get(file).expect(404);
        api(wang).get("/api/v1/tickets/" + merged + "/comments").expect(404);
        assertThat(desk(wang).get("/tickets/" + merged + "?itself=true").status())
                .isEqualTo(404);
        assertThat(sees(user, merged)).isTrue();
    }

    @Test
    void whoIsNamedOnItReadsThereWhatGoesOnInItAsBeforeAlsoFromAnotherTeam() {
        restrict(survivor, true);
        participants.add(Tickets.KIND, survivor, elsewhere.id(), "named", now);
        assertThat(comments(elsewhere)).contains(NOTE);
        assertThat(comments(manager)).contains(NOTE);
        api(elsewhere).get(file).expect(200);
        assertThat(desk(elsewhere).get("/tickets/" + survivor).expect(200).text())
                .contains(TITLE, NOTE);
    }

    @Test
    void openedAgainItGivesBackWhatWasOpen() {
        restrict(survivor, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isFalse();
        assertThat(sees(wang, merged)).isTrue();
        assertThat(comments(wang)).contains(NOTE);
        api(wang).get(file).expect(200);
    }

    @Test
    void openedAgainItOpensNothingThatWasRestrictedByItself() {
        restrict(merged, true);
        restrict(survivor, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
        assertThat(comments(wang)).doesNotContain(NOTE);
    }

    @Test
    void whatWasOpenedInBetweenIsItsOwnAgain() {
        restrict(survivor, true);
        restrict(merged, false);
        restrict(merged, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
    }

    @Test
    void whatGoesOnInWhatGoesOnIsRestrictedAndOpenedTogether() {
        long third = open("共享盘很慢");
        merges.merge(survivor, third, manager, now);
        restrict(third, true);
        assertThat(List.of(restricted(survivor), restricted(merged))).containsOnly(true);
        participants.add(Tickets.KIND, third, elsewhere.id(), "named", now);
        assertThat(api(elsewhere)
                        .get("/api/v1/tickets/" + third + "/comments")
                        .expect(200)
                        .text())
                .contains(NOTE);
        restrict(third, false);
        assertThat(List.of(restricted(survivor), restricted(merged))).containsOnly(false);
    }

    @Test
    void takenOutItStaysRestrictedAndIsPutBackAndThenOpenedWithTheOtherAgain() {
        restrict(survivor, true);
        merges.unmerge(merged, manager, now);
        assertThat(restricted(merged)).isTrue();
        assertThat(sees(wang, merged)).isFalse();
        assertThat(sees(manager, merged)).isTrue();
        merges.merge(merged, survivor, manager, now);
        restrict(survivor, false);
        assertThat(restricted(merged)).isFalse();
    }

    @Test
    void takenOutForGoodItIsOpenedByItselfAlone() {
        restrict(survivor, true);
        merges.unmerge(merged, manager, now);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
        restrict(merged, false);
        assertThat(sees(wang, merged)).isTrue();
    }

    @Test
    void restrictingAndTakingOutAtTheSameMomentFollowOneAnother() {
        for (int i = 0; i < 12; i++) {
            long number = open("同一刻");
            merges.merge(number, survivor, manager, now);
            var one = CompletableFuture.runAsync(() -> restrict(survivor, true));
            var other = CompletableFuture.runAsync(() -> merges.unmerge(number, manager, now));
            CompletableFuture.allOf(one, other).join();
            assertThat(merges.into(List.of(number))).isEmpty();
            restrict(survivor, false);
        }
    }

    private boolean restricted(long number) {
        return tickets.of(List.of(number)).getFirst().matter().restricted();
    }

    private boolean sees(Me me, long number) {
        return !tickets.of(List.of(number), me).isEmpty();
    }
}
