package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.admin.Verification;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Placing;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the work of somebody who leaves. */
@QiaoTest
class DepartureTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");
    /** What tests leave behind is looked at ticket by ticket. */
    private static final String ATTENDED = "ticket.open_work_is_with_who_is_here";

    @Autowired
    Cast cast;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    DepartureReader departures;

    @Autowired
    DepartureWorker worker;

    @Autowired
    DispatchReader dispatch;

    @Autowired
    Verification verification;

    @Autowired
    Journal journal;

    @Autowired
    Placing placing;

    @Autowired
    Db db;

    Me lin;
    Me wei;
    Me user;
    Me manager;
    Team team;

    @BeforeEach
    void aTeamOfTwo() {
        manager = cast.hire("manager");
        team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        user = cast.hire("requester");
        rosters.add(
                team.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), Set.of(lin.id(), wei.id()), List.of()),
                Me.QIAO,
                NINE);
    }

    @Test
    void whatIsOpenGoesBackToTheTeamAndOnToAnother() {
        var waits = given("等着");
        var works = accepted("在做");
        var held = accepted("挂起");
        tickets.hold(held.number(), null, HoldFor.SUPPLIER, "等配件", at(90), lin, at(2));
        var done = resolved("做完了");
        linLeaves();
        assertThat(now(waits).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(now(works).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(now(held).stage()).isInstanceOf(Stage.OnHold.class);
        for (var ticket : List.of(waits, works, held)) {
            assertThat(now(ticket).place().team()).isEqualTo(team.id());
            assertThat(now(ticket).place().person()).isNull();
            assertThat(acts(ticket))
                    .filteredOn(e -> e.is(TicketHandedBack.class))
                    .hasSize(1);
        }
        assertThat(now(done).stage().owner()).isEqualTo(lin.id());
        follow(waits);
        follow(works);
        assertThat(now(waits).place().person()).isEqualTo(wei.id());
        assertThat(now(works).place().person()).isEqualTo(wei.id());
        tickets.resume(held.number(), null, Me.QIAO, at(90));
        follow(held);
        assertThat(now(held).place().person()).isEqualTo(wei.id());
        linLeaves();
        assertThat(acts(works)).filteredOn(e -> e.is(TicketHandedBack.class)).hasSize(1);
        assertThat(verification.checks().stream()
                        .filter(c -> c.name().startsWith("ticket") && !c.name().equals(ATTENDED)))
                .allSatisfy(
                        check -> assertThat(check.problems()).as(check.name()).isEmpty());
    }

    @Test
    void whoComesBackInTheMeantimeKeepsIt() {
        var works = accepted("在做");
        people.activate(lin.id(), false, Me.QIAO, at(5));
        people.activate(lin.id(), true, Me.QIAO, at(6));
        read();
        assertThat(now(works).stage().owner()).isEqualTo(lin.id());
    }

    @Test
    void whatIsReopenedGoesToAnother() {
        var done = resolved("又坏了");
        people.activate(lin.id(), false, Me.QIAO, at(5));
        tickets.reopen(done.number(), null, "又坏了", user, at(6));
        waitsForTheTeam(done);
        follow(done);
        assertThat(now(done).place().person()).isEqualTo(wei.id());
    }

    @Test
    void whatComesBackFromHoldGoesToAnother() {
        var dated = accepted("等到日子");
        tickets.hold(dated.number(), null, HoldFor.SUPPLIER, "等配件", at(90), lin, at(2));
        var asked = accepted("等答复");
        tickets.hold(asked.number(), null, HoldFor.REQUESTER, "等截图", at(90), lin, at(2));
        var offered = given("没接就挂起");
        tickets.hold(offered.number(), null, HoldFor.SUPPLIER, "等配件", at(90), manager, at(2));
        people.activate(lin.id(), false, Me.QIAO, at(5));
        tickets.resume(dated.number(), null, Me.QIAO, at(90));
        tickets.resume(offered.number(), null, wei, at(90));
        conversation.say(asked.number(), "截图来了", Audience.PUBLIC, List.of(), user, at(6));
        for (var ticket : List.of(dated, asked, offered)) {
            waitsForTheTeam(ticket);
            follow(ticket);
            assertThat(now(ticket).place().person()).isEqualTo(wei.id());
        }
    }

    @Test
    void aLeadWhoHasLeftIsGivenNoWorkThoughTheyStillStandAsLead() {
        people.activate(manager.id(), false, Me.QIAO, at(1));
        db.sql("update people.team set lead_id = :lead where id = :team")
                .bind("lead", manager.id())
                .bind("team", team.id())
                .updateOne();
        people.activate(lin.id(), false, Me.QIAO, at(1));
        people.activate(wei.id(), false, Me.QIAO, at(1));
        var ticket = tickets.open(Draft.titled("没人在", user, Source.WEB), NINE);
        tickets.assign(ticket.number(), null, team.id(), null, null, cast.hire("manager"), at(2));
        follow(ticket);
        waitsForTheTeam(ticket);
    }

    @Test
    void whoeverIsDecidedOnAndLeavesBeforeItIsPlacedIsNotGivenIt() {
        var ticket = tickets.open(Draft.titled("正要派", user, Source.WEB), NINE);
        people.activate(lin.id(), false, Me.QIAO, at(1));
        var wanted =
                new Placing.Placement(ticket.number(), now(ticket).place(), team.id(), lin.id(), "dispatch.only_one");
        assertThat(placing.place(List.of(wanted), Origin.LIVE, at(2))).containsExactly(ticket.number());
        waitsForTheTeam(ticket);
    }

    @Test
    void verifyFindsOpenWorkThatLiesWithSomebodyWhoHasLeft() {
        var ticket = given("没人看见");
        people.activate(lin.id(), false, Me.QIAO, at(5));
        var check = verification.checks().stream()
                .filter(c -> c.name().equals(ATTENDED))
                .findFirst()
                .orElseThrow();
        assertThat(check.problems()).anyMatch(problem -> problem.startsWith("ticket %d:".formatted(ticket.number())));
        read();
        assertThat(check.problems()).noneMatch(problem -> problem.startsWith("ticket %d:".formatted(ticket.number())));
    }

    private void waitsForTheTeam(Ticket ticket) {
        assertThat(now(ticket).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(now(ticket).place().team()).isEqualTo(team.id());
        assertThat(now(ticket).place().person()).isNull();
    }

    private void linLeaves() {
        people.activate(lin.id(), false, Me.QIAO, at(5));
        read();
    }

    private void read() {
        var told = journal.of("person", lin.id(), 0, 100).stream()
                .filter(departures::wants)
                .toList();
        assertThat(told).isNotEmpty();
        db.transact(departures.read(told, at(5)));
        while (worker.work(at(5)) > 0) assertThat(told).isNotEmpty();
    }

    @Test
    void whoHadManyGivesThemBackBitByBit() {
        var drafts = IntStream.range(0, 130)
                .mapToObj(i -> Draft.titled("第" + i + "张", user, Source.WEB))
                .toList();
        var many = tickets.open(drafts, NINE);
        many.forEach(t -> tickets.assign(t.number(), null, team.id(), lin.id(), null, manager, NINE));
        people.activate(lin.id(), false, Me.QIAO, at(5));
        var told = journal.of("person", lin.id(), 0, 100).stream()
                .filter(departures::wants)
                .toList();
        db.transact(departures.read(told, at(5)));
        worker.work(at(5));
        assertThat(withLin(many)).isEqualTo(30);
        worker.work(at(5));
        assertThat(withLin(many)).isZero();
        assertThat(worker.work(at(5))).isZero();
    }

    private long withLin(List<Ticket> many) {
        return tickets.of(many.stream().map(Ticket::number).toList()).stream()
                .filter(t -> t.place().person() != null)
                .count();
    }

    private Ticket given(String title) {
        var ticket = tickets.open(Draft.titled(title, user, Source.WEB), NINE);
        return tickets.assign(ticket.number(), null, team.id(), lin.id(), null, manager, NINE);
    }

    private Ticket accepted(String title) {
        return tickets.accept(given(title).number(), null, lin, at(1));
    }

    private Ticket resolved(String title) {
        var number = accepted(title).number();
        return tickets.resolve(number, null, Outcome.FIXED, Cause.SOFTWARE, "重启了", null, lin, at(2));
    }

    private void follow(Ticket ticket) {
        var fresh = acts(ticket).stream().filter(dispatch::wants).toList();
        db.transact(dispatch.read(fresh, at(100)));
    }

    private List<Recorded> acts(Ticket ticket) {
        return journal.of(Tickets.KIND, ticket.number(), 0, 100);
    }

    private Ticket now(Ticket ticket) {
        return tickets.of(List.of(ticket.number())).getFirst();
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
