package dev.qiao.ticket.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class UndosTest {
    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Teams teams;

    @Autowired
    Tickets tickets;

    @Autowired
    Editing editing;

    @Autowired
    Conversation conversation;

    @Autowired
    Undos undos;

    @Autowired
    TicketHistory history;

    @Autowired
    Clocks clocks;

    @Autowired
    AsBefore asBefore;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Db db;

    Me user;
    Me lin;
    Me manager;
    Team team;
    Instant now;
    long number;

    @BeforeEach
    void aTicket() {
        now = clock.instant();
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("打不开", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
    }

    private Ticket ticket() {
        return tickets.of(List.of(number)).getFirst();
    }

    private void standsAsBeforeAfter(Runnable act) {
        var before = ticket();
        var ticking = ticking();
        act.run();
        assertThat(ticket().version()).isGreaterThan(before.version());
        undos.takeBack(number, lin, now.plusSeconds(60));
        asBefore.stand(List.of(before), List.of(ticket()));
        assertThat(ticking()).isEqualTo(ticking);
    }

    private List<String> ticking() {
        return clocks.of(Tickets.KIND, List.of(number)).getOrDefault(number, List.of()).stream()
                .filter(c -> c.ticking())
                .map(c -> c.metric().code())
                .sorted()
                .toList();
    }

    @Test
    void anAcceptanceIsTakenBackAsIfNobodyHadAnswered() {
        standsAsBeforeAfter(() -> tickets.accept(number, null, lin, now));
        assertThat(ticking()).contains("response", "resolution");
    }

    @Test
    void aSolutionIsTakenBackWithoutCountingAsAReopening() {
        tickets.accept(number, null, lin, now);
        tickets.hold(number, null, HoldFor.SUPPLIER, "等备件", now.plus(Duration.ofDays(1)), lin, now);
        standsAsBeforeAfter(() -> tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, lin, now));
        assertThat(ticket().tally().reopened()).isZero();
        assertThat(history.of(ticket(), user, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.resolved", "ticket.taken_back");
    }

    @Test
    void aHandOverToTheWrongTeamIsTakenBackThoughItIsOutOfSight() {
        tickets.accept(number, null, lin, now);
        var other = cast.team(null);
        standsAsBeforeAfter(() -> tickets.assign(number, null, other.id(), null, "不归我们", lin, now));
    }

    @Test
    void anEditIsTakenBack() {
        standsAsBeforeAfter(() -> editing.edit(
                number, null, w -> new Wanted(w.matter(), w.impact(), w.urgency(), Priority.URGENT, "全楼"), lin, now));
    }

    @Test
    void itIsTooLateAfterTenMinutesOrAfterAnybodysNextAct() {
        tickets.accept(number, null, lin, now);
        assertThat(undos.of(ticket(), lin, now)).isPresent();
        assertThat(undos.of(ticket(), manager, now)).isEmpty();
        assertThatThrownBy(() -> undos.takeBack(number, manager, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> undos.takeBack(number, lin, now.plus(Undo.WITHIN)))
                .isInstanceOf(Refused.class);
        conversation.say(number, "谢谢", Audience.PUBLIC, List.of(), user, now);
        assertThatThrownBy(() -> undos.takeBack(number, lin, now)).isInstanceOf(Refused.class);
        assertThat(undos.of(ticket(), lin, now)).isEmpty();
    }

    @Test
    void whatWasKeptBeforeAnythingBesideATicketWasKeptIsTakenBackToo() {
        standsAsBeforeAfter(() -> {
            tickets.accept(number, null, lin, now);
            db.sql("update ticket.undo set before = before - 'beside' where number = :number")
                    .bind("number", number)
                    .updateOne();
        });
    }

    @Test
    void whatWouldGoBackToSomebodyWhoHasLeftStandsWithItsTeam() {
        var wei = cast.join(team, cast.hire("engineer"));
        tickets.accept(number, null, wei, now);
        tickets.assign(number, null, team.id(), lin.id(), "换人", manager, now);
        people.activate(wei.id(), false, Me.QIAO, now);
        var back = undos.takeBack(number, manager, now.plusSeconds(60));
        assertThat(back.gone()).isTrue();
        assertThat(ticket().stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(ticket().place().team()).isEqualTo(team.id());
        assertThat(ticket().place().person()).isNull();
        assertThat(history.of(ticket(), manager, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.taken_back", "ticket.handed_back");
    }

    @Test
    void whereThereIsNoTeamItGoesToTheLeadOfTheirs() {
        var wei = cast.join(team, cast.hire("dispatcher"));
        var led = teams.find(team.id()).orElseThrow();
        teams.edit(
                team.id(),
                new TeamDraft(led.name(), led.tier(), lin.id(), led.zone(), true),
                led.version(),
                Me.QIAO,
                now);
        number = tickets.open(Draft.titled("没有班组", user, Source.WEB), now).number();
        tickets.accept(number, null, wei, now);
        assertThat(ticket().place().team()).isNull();
        tickets.assign(number, null, cast.team(null).id(), null, "换组", manager, now);
        people.activate(wei.id(), false, Me.QIAO, now);
        undos.takeBack(number, manager, now.plusSeconds(60));
        assertThat(ticket().stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(ticket().place().team()).isEqualTo(team.id());
        assertThat(ticket().place().person()).isEqualTo(lin.id());
    }

    @Test
    void whatSomebodySolvedWhoHasLeftIsStillTheirs() {
        var wei = cast.join(team, cast.hire("engineer"));
        tickets.accept(number, null, wei, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, wei, now);
        var solved = ticket();
        tickets.close(number, null, manager, now);
        people.activate(wei.id(), false, Me.QIAO, now);
        undos.takeBack(number, manager, now.plusSeconds(60));
        assertThat(ticket().stage()).isEqualTo(solved.stage());
        assertThat(ticket().place().person()).isEqualTo(wei.id());
    }

    @Test
    void theApiSaysWhatCanBeTakenBackAndTakesItBackOnce() {
        var api = http.as(cast.token(lin));
        var path = "/api/v1/tickets/" + number;
        api.post(path + "/acceptance").expect(200);
        assertThat(api.get(path + "/undo").expect(200).json().get("act").asString())
                .isEqualTo("acceptance");
        assertThat(api.post(path + "/undo").expect(200).json().get("stage").asString())
                .isEqualTo("waiting");
        assertThat(api.post(path + "/undo").status()).isEqualTo(404);
        assertThat(http.as(cast.token(manager))
                        .post(path + "/assignment", Map.of("team", team.code()))
                        .status())
                .isEqualTo(200);
    }
}
