package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dispatch on a real desk; the reader is handed the journal of one ticket, so that tests do not meet each other's. */
@QiaoTest
class DispatchTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Rosters rosters;

    @Autowired
    Services services;

    @Autowired
    Tickets tickets;

    @Autowired
    Rules rules;

    @Autowired
    Dispatch dispatch;

    @Autowired
    DispatchReader reader;

    @Autowired
    OfferWorker worker;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me lead;
    Me lin;
    Me wei;
    Me user;
    Team team;
    long service;

    @BeforeEach
    void aTeamOfTwoOnDuty() {
        db.sql("delete from dispatch.offer").update();
        lead = cast.hire("lead");
        team = cast.team(lead);
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        user = cast.hire("requester");
        onDuty(lin, wei);
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        service = services.create(new ServiceDraft(code, "邮件", false, null, List.of(team.id()), true), Me.QIAO, NINE)
                .id();
    }

    @AfterEach
    void noRules() {
        db.sql("delete from dispatch.rule").update();
    }

    @Test
    void aNewTicketIsPlacedWithTheTeamOfItsServiceAndSaysWhy() {
        var ticket = opened("邮件收不到");
        follow(ticket, 0);
        var placed = now(ticket);
        assertThat(placed.place().team()).isEqualTo(team.id());
        assertThat(placed.place().person()).isIn(lin.id(), wei.id());
        assertThat(placed.version()).as("dispatch moves no version").isEqualTo(ticket.version());
        assertThat(dispatch.history(ticket.number())).singleElement().satisfies(d -> {
            assertThat(d.cause().key()).isEqualTo("dispatch.cause_opened");
            assertThat(d.route()).isEqualTo("dispatch.route_service");
            assertThat(d.reason()).isEqualTo(Reason.of("dispatch.first_in_line", 2, 0));
        });
    }

    @Test
    void aRuleGoesBeforeTheServiceAndIsNamed() {
        var other = cast.team(lead);
        rules.create(
                new RuleDraft("网络", null, null, service, null, List.of("交换机"), null, other.id(), true), Me.QIAO, NINE);
        var ticket = opened("B座交换机不通");
        follow(ticket, 0);
        assertThat(now(ticket).place().team()).isEqualTo(other.id());
        assertThat(dispatch.history(ticket.number()).getFirst().rule()).isEqualTo("网络");
    }

    @Test
    void aRuleForVipsSendsTheirTicketsAloneToATeamOfTheirOwn() {
        var theirs = cast.team(lead);
        rules.create(
                new RuleDraft("专席", null, null, null, null, List.of("专席测试"), null, true, theirs.id(), true),
                Me.QIAO,
                NINE);
        var plain = opened("专席测试：普通用户");
        var vip = tickets.open(
                Draft.titled("专席测试：贵宾", cast.hire("requester", cast.organization(true)), Source.WEB), NINE);
        follow(plain, 0);
        follow(vip, 0);
        assertThat(now(vip).place().team()).isEqualTo(theirs.id());
        assertThat(now(plain).place().team()).isEqualTo(team.id());
    }

    @Test
    void workIsSharedBetweenThoseOnDuty() {
        for (int i = 0; i < 6; i++) follow(opened("第" + i + "张"), i);
        assertThat(carries(lin)).isEqualTo(3);
        assertThat(carries(wei)).isEqualTo(3);
    }

    @Test
    void severalTicketsOfOneBatchAreSharedTheSame() {
        var all = List.of(opened("一"), opened("二"), opened("三"), opened("四"));
        var batch = all.stream().flatMap(t -> acts(t).stream()).toList();
        db.transact(reader.read(batch, at(0)));
        assertThat(carries(lin)).isEqualTo(2);
        assertThat(carries(wei)).isEqualTo(2);
    }

    @Test
    void withNobodyOnDutyItIsTheLeadAndSaysSo() {
        onDuty();
        var ticket = opened("半夜坏了");
        follow(ticket, 0);
        assertThat(now(ticket).place().person()).isEqualTo(lead.id());
        assertThat(dispatch.history(ticket.number()).getFirst().reason().key()).isEqualTo("dispatch.nobody_on_duty");
    }

    @Test
    void whatNothingSendsAnywhereStaysUnassignedWithItsReason() {
        var ticket = tickets.open(Draft.titled("不知道找谁", user, Source.WEB), NINE);
        follow(ticket, 0);
        assertThat(now(ticket).place().team()).isNull();
        assertThat(dispatch.history(ticket.number()).getFirst().reason().key()).isEqualTo("dispatch.no_team");
    }

    @Test
    void whatIsNotAcceptedInTimeGoesToTheNextAndThenToTheLead() {
        var ticket = opened("没人接");
        follow(ticket, 0);
        var first = now(ticket).place().person();
        worker.work(at(59));
        assertThat(now(ticket).place().person()).as("not before its time").isEqualTo(first);
        worker.work(at(60));
        var second = now(ticket).place().person();
        assertThat(second).isNotEqualTo(first).isIn(lin.id(), wei.id());
        worker.work(at(120));
        assertThat(now(ticket).place().person()).isEqualTo(lead.id());
        assertThat(dispatch.history(ticket.number()))
                .extracting(d -> d.cause().key())
                .containsExactly("dispatch.cause_silence", "dispatch.cause_silence", "dispatch.cause_opened");
        assertThat(acts(ticket))
                .filteredOn(e -> e.is(TicketEscalated.class))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.as(TicketEscalated.class).person()).isEqualTo(lead.id());
                });
        assertThat(worker.work(at(600))).as("nobody is left to ask").isZero();
    }

    @Test
    void whatWasAcceptedIsNotPassedOn() {
        var ticket = opened("接了");
        follow(ticket, 0);
        var person = cast.me(now(ticket).place().person());
        tickets.accept(ticket.number(), null, person, at(5));
        worker.work(at(60));
        assertThat(now(ticket).place().person()).isEqualTo(person.id());
        assertThat(dispatch.history(ticket.number())).hasSize(1);
    }

    @Test
    void whoHandsItBackIsNotAskedAgain() {
        var ticket = opened("不归我管");
        follow(ticket, 0);
        var person = cast.me(now(ticket).place().person());
        tickets.accept(ticket.number(), null, person, at(5));
        tickets.handBack(ticket.number(), null, "不归我管", person, at(6));
        follow(ticket, 6);
        assertThat(now(ticket).place().person()).isNotEqualTo(person.id()).isIn(lin.id(), wei.id());
    }

    @Test
    void whomAPersonPlacedMeanwhileStaysPlaced() {
        var ticket = opened("抢单");
        var effect = reader.read(acts(ticket), at(0));
        tickets.assign(ticket.number(), null, team.id(), wei.id(), null, cast.hire("manager"), at(0));
        db.transact(effect);
        assertThat(now(ticket).place().person()).isEqualTo(wei.id());
        assertThat(dispatch.history(ticket.number())).isEmpty();
    }

    @Test
    void aTeamThatAPersonChoseIsKept() {
        var other = cast.team(lead);
        var ticket = opened("转给别组");
        tickets.assign(ticket.number(), null, other.id(), null, null, cast.hire("manager"), at(1));
        follow(ticket, 1);
        assertThat(now(ticket).place().team()).isEqualTo(other.id());
        assertThat(dispatch.history(ticket.number()).getFirst().route()).isEqualTo("dispatch.route_given");
    }

    @Test
    void nothingFollowsFromAnImportedPast() {
        var imported = Draft.titled("旧单", user.as(Origin.IMPORT), Source.IMPORT).service(service);
        var ticket = tickets.open(imported, NINE);
        assertThat(acts(ticket)).isNotEmpty().noneMatch(reader::wants);
    }

    @Test
    void whatStillWaitsAfterAnImportIsPlacedWhenItGoesLive() {
        var imported =
                Draft.titled("还没人接", user.as(Origin.IMPORT), Source.IMPORT).service(service);
        var ticket = tickets.open(imported, NINE);
        db.transact(() -> journal.write(new Entry(
                at(1), Origin.LIVE, Tickets.KIND, ticket.number(), 1, 0, Audience.INTERNAL, new TicketWentLive())));
        follow(ticket, 1);
        follow(ticket, 2);
        assertThat(now(ticket).place().person()).isIn(lin.id(), wei.id());
        assertThat(dispatch.history(ticket.number()))
                .extracting(d -> d.cause().key())
                .containsExactly("dispatch.cause_went_live");
        worker.work(at(61));
        assertThat(dispatch.history(ticket.number()))
                .as("asked in time like any other")
                .hasSize(2);
    }

    private Ticket opened(String title) {
        return tickets.open(Draft.titled(title, user, Source.WEB).service(service), NINE);
    }

    private void follow(Ticket ticket, int minutes) {
        db.transact(reader.read(acts(ticket).stream().filter(reader::wants).toList(), at(minutes)));
    }

    private List<Recorded> acts(Ticket ticket) {
        return journal.of(Tickets.KIND, ticket.number(), 0, 100);
    }

    private Ticket now(Ticket ticket) {
        return tickets.of(List.of(ticket.number())).getFirst();
    }

    private long carries(Me person) {
        return db.sql("select count(*) as n from ticket.ticket where assignee_id = :person")
                .bind("person", person.id())
                .one(row -> row.number("n"));
    }

    private void onDuty(Me... people) {
        onDuty(team, people);
    }

    private void onDuty(Team team, Me... people) {
        rosters.layers(team.id()).forEach(layer -> rosters.remove(team.id(), layer.id(), Me.QIAO, NINE));
        if (people.length == 0) return;
        var all = Arrays.stream(people).map(Me::id).collect(Collectors.toSet());
        rosters.add(
                team.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), all, List.of()),
                Me.QIAO,
                NINE);
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
