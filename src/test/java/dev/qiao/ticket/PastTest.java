package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Json;
import dev.qiao.ticket.Histories.History;
import dev.qiao.ticket.Histories.History.Ended;
import dev.qiao.ticket.Histories.History.Said;
import dev.qiao.ticket.Histories.History.Seen;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Past.Lived;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketStrayed;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastTest {
    private static final Instant OPENED = Instant.parse("2016-03-01T08:00:00Z");
    private static final long NOBODY = 99;
    private static final Weight NORMAL = new Weight(Level.MEDIUM, Level.MEDIUM, Priority.NORMAL, null);

    @Test
    void whatTheTableAllowsIsDoneByItsActs() {
        var lived = lived(
                seen(0, Stage.Name.WAITING, 1L, null),
                seen(30, Stage.Name.WORKING, 1L, 7L),
                seen(90, Stage.Name.RESOLVED, 1L, 7L),
                seen(9_000, Stage.Name.CLOSED, 1L, 7L));
        assertThat(facts(lived, TicketStrayed.class)).isEmpty();
        assertThat(facts(lived, TicketAccepted.class)).containsExactly(new TicketAccepted(7, 1L));
        assertThat(lived.ticket().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(lived.ticket().times().respondedAt()).isEqualTo(minutes(30));
        assertThat(lived.ticket().times().resolvedAt()).isEqualTo(minutes(90));
        assertThat(lived.passages())
                .extracting(Past.Passage::to)
                .containsExactly(Stage.Name.WORKING, Stage.Name.RESOLVED, Stage.Name.CLOSED);
    }

    @Test
    void resolvedWithoutAcceptanceIsAFixOnFirstContact() {
        var lived = lived(seen(0, Stage.Name.WAITING, 1L, null), seen(20, Stage.Name.RESOLVED, 1L, 7L));
        assertThat(facts(lived, TicketAccepted.class)).hasSize(1);
        assertThat(facts(lived, TicketStrayed.class)).isEmpty();
        assertThat(lived.ticket().times().acceptedAt()).isEqualTo(minutes(20));
    }

    @Test
    void whatIsResolvedFromHoldWithNobodyIsAFixOnFirstContactToo() {
        var lived = lived(
                seen(0, Stage.Name.WAITING, 1L, null),
                seen(10, Stage.Name.ON_HOLD, 1L, null),
                seen(50, Stage.Name.RESOLVED, 1L, 7L));
        assertThat(facts(lived, TicketAccepted.class)).containsExactly(new TicketAccepted(7, 1L));
        assertThat(lived.ticket().times().acceptedAt()).isEqualTo(minutes(50));
        assertThat(lived.ticket().times().respondedAt()).isEqualTo(minutes(50));
    }

    @Test
    void whatIsClosedUnresolvedIsClosedAndSaidToHaveStrayed() {
        var lived = lived(seen(0, Stage.Name.WAITING, 1L, null), seen(5, Stage.Name.CLOSED, 1L, null));
        assertThat(lived.ticket().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(lived.ticket().times().resolvedAt()).isNull();
        assertThat(facts(lived, TicketStrayed.class))
                .containsExactly(new TicketStrayed("closure", "ticket.strayed_closed_unresolved", "waiting"));
    }

    @Test
    void aReopeningThatIsTooLateIsDoneAndSaidToHaveStrayed() {
        int late = (int) Ticket.REOPENS_WITHIN.plusDays(2).toMinutes();
        var lived = lived(
                seen(0, Stage.Name.WORKING, 1L, 7L),
                seen(10, Stage.Name.RESOLVED, 1L, 7L),
                seen(20, Stage.Name.CLOSED, 1L, 7L),
                seen(late, Stage.Name.WORKING, 1L, 8L));
        assertThat(lived.ticket().tally().reopened()).isEqualTo(1);
        assertThat(facts(lived, TicketReopened.class)).containsExactly(new TicketReopened(8L, 1L));
        assertThat(facts(lived, TicketStrayed.class))
                .extracting(TicketStrayed::act)
                .containsExactly("reopening");
        assertThat(lived.ticket().stage().owner()).isEqualTo(8L);
    }

    @Test
    void onlyAnotherTeamIsAHandOverAndNoTeamIsOneToo() {
        var lived = lived(
                seen(0, Stage.Name.WAITING, null, null),
                seen(1, Stage.Name.WAITING, 1L, null),
                seen(2, Stage.Name.WORKING, 1L, 7L),
                seen(3, Stage.Name.WORKING, 1L, 8L),
                seen(4, Stage.Name.WORKING, null, 8L),
                seen(5, Stage.Name.RESOLVED, 2L, 8L));
        assertThat(lived.ticket().tally().handedOver()).isEqualTo(3);
        assertThat(facts(lived, TicketHandedOver.class)).hasSize(3);
        assertThat(lived.ticket().stage().owner()).isEqualTo(8L);
    }

    @Test
    void timeOnlyGoesOn() {
        var lived = lived(
                seen(-60, Stage.Name.WAITING, 1L, null),
                seen(50, Stage.Name.WORKING, 1L, 7L),
                seen(40, Stage.Name.RESOLVED, 1L, 7L));
        assertThat(lived.ticket().times().openedAt()).isEqualTo(OPENED);
        assertThat(lived.ticket().times().resolvedAt()).isEqualTo(minutes(50));
        assertThat(facts(lived, TicketStrayed.class))
                .extracting(TicketStrayed::reason)
                .containsExactly("ticket.strayed_before_opening", "ticket.strayed_out_of_order");
        assertThat(facts(lived, TicketResolved.class)).hasSize(1);
    }

    @Test
    void whoeverIsNotNamedIsNobodyAndThatIsSaid() {
        var lived = lived(seen(0, Stage.Name.WAITING, 1L, null), seen(1, Stage.Name.WORKING, 1L, null));
        assertThat(lived.ticket().stage().owner()).isEqualTo(NOBODY);
        assertThat(lived.ticket().place().person()).isEqualTo(NOBODY);
        assertThat(facts(lived, TicketStrayed.class))
                .extracting(TicketStrayed::reason)
                .containsExactly("ticket.strayed_by_nobody");
    }

    @Test
    void aStageThatIsNotNamedLeavesTheTicketWhereItIs() {
        var lived =
                lived(seen(0, Stage.Name.WORKING, 1L, 7L), seen(1, null, 1L, 7L), seen(2, Stage.Name.WORKING, 1L, 7L));
        assertThat(lived.ticket().stage()).isInstanceOf(Stage.Working.class);
        assertThat(lived.passages()).isEmpty();
    }

    /** Whatever is told: no step is lost, the counters count what is said, and place and stage agree as the table wants it. */
    @Test
    void anyPastCanBeLived() {
        var dice = new SplittableRandom(498);
        for (int round = 0; round < 2_000; round++) {
            var told = new ArrayList<Seen>();
            int minute = 0;
            int rows = dice.nextInt(1, 15);
            for (int i = 0; i < rows; i++) {
                minute += dice.nextInt(-5, 40_000 / rows);
                var stage = dice.nextInt(10) == 0 ? null : Stage.Name.values()[dice.nextInt(5)];
                told.add(seen(minute, stage, some(dice, 3), some(dice, 5)));
            }
            var lived = lived(told.toArray(Seen[]::new));
            var ticket = lived.ticket();
            var named = told.stream().map(Seen::stage).filter(s -> s != null).toList();
            if (!named.isEmpty()) assertThat(ticket.stage().name()).isEqualTo(named.getLast());
            assertThat(ticket.tally().reopened())
                    .isEqualTo(facts(lived, TicketReopened.class).size());
            assertThat(ticket.version()).isEqualTo(1 + lived.moments().size());
            if (ticket.stage() instanceof Stage.Working w)
                assertThat(ticket.place().person()).isEqualTo(w.engineer());
            assertThat(lived.assignments().stream()
                            .filter(a -> a.until() == null)
                            .count())
                    .isEqualTo(ticket.place().team() == null && ticket.place().person() == null ? 0 : 1);
        }
    }

    private static @Nullable Long some(SplittableRandom dice, int bound) {
        long id = dice.nextInt(bound);
        return id == 0 ? null : id;
    }

    private static Instant minutes(int after) {
        return OPENED.plus(Duration.ofMinutes(after));
    }

    private static Seen seen(int minute, Stage.@Nullable Name stage, @Nullable Long team, @Nullable Long person) {
        var word = stage == null ? "-100" : stage.code();
        var ended = new Ended(Outcome.FIXED, null, "", null);
        return new Seen(minutes(minute), 5, stage, word, null, team, person, null, 3, NORMAL, ended);
    }

    private static Lived lived(Seen... seen) {
        var matter = new Matter(
                Kind.INCIDENT, "打印机", "", null, null, null, 3, 3, Source.PHONE, null, List.of(), false, false);
        var said = new Said(seen.length, null, null, null, null, new Json("{}"));
        return Past.lived(new History("test", "1", matter, OPENED, NOBODY, List.of(seen), said), 1);
    }

    private static <T extends TicketFact> List<T> facts(Lived lived, Class<T> type) {
        return lived.moments().stream()
                .flatMap(m -> m.said().stream())
                .map(Acting.Said::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
