package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.undo.Undos;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is given work has so long to accept it, whoever gave it; then it is the next one's. */
@QiaoTest
class AcceptanceTimeTest {
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
    Editing editing;

    @Autowired
    Undos undos;

    @Autowired
    DispatchReader reader;

    @Autowired
    OfferWorker worker;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me lead;
    Me lin;
    Me wei;
    Me manager;
    Team team;
    long service;
    long read;

    @BeforeEach
    void aTeamOfTwoOnDuty() {
        db.sql("delete from dispatch.offer").update();
        read = 0;
        lead = cast.hire("lead");
        team = cast.team(lead);
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        rosters.add(
                team.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), Set.of(lin.id(), wei.id()), List.of()),
                Me.QIAO,
                NINE);
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        service = services.create(new ServiceDraft(code, "邮件", false, null, List.of(team.id()), true), Me.QIAO, NINE)
                .id();
    }

    @Test
    void whatAPersonAssignedIsPassedOnToo() {
        var ticket = opened("人工派的");
        tickets.assign(ticket.number(), null, team.id(), wei.id(), null, manager, at(0));
        follow(ticket, 0);
        worker.work(at(59));
        assertThat(person(ticket)).as("not before its time").isEqualTo(wei.id());
        worker.work(at(60));
        assertThat(person(ticket)).isEqualTo(lin.id());
        assertThat(silence(ticket)).isEqualTo("60");
        worker.work(at(120));
        assertThat(person(ticket)).isEqualTo(lead.id());
    }

    @Test
    void whatWasAcceptedAndTakenBackIsToBeAcceptedInTimeAgain() {
        var ticket = opened("点错了");
        tickets.assign(ticket.number(), null, team.id(), wei.id(), null, manager, at(0));
        follow(ticket, 0);
        tickets.accept(ticket.number(), null, wei, at(10));
        follow(ticket, 10);
        undos.takeBack(ticket.number(), wei, at(11));
        follow(ticket, 11);
        worker.work(at(70));
        assertThat(person(ticket)).as("not before its time").isEqualTo(wei.id());
        worker.work(at(71));
        assertThat(person(ticket)).isEqualTo(lin.id());
    }

    @Test
    void whereATeamHasNoLeadWhoManagesTheServiceHearsThatNobodyAccepted() {
        var owner = cast.hire("manager");
        var headless = cast.team(null);
        cast.join(headless, lin);
        cast.join(headless, wei);
        rosters.add(
                headless.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), Set.of(lin.id(), wei.id()), List.of()),
                Me.QIAO,
                NINE);
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        service = services.create(
                        new ServiceDraft(code, "门禁", false, owner.id(), List.of(headless.id()), true), Me.QIAO, NINE)
                .id();
        var ticket = opened("没人接，也没有组长");
        follow(ticket, 0);
        worker.work(at(60));
        worker.work(at(120));
        assertThat(tickets.of(List.of(ticket.number())).getFirst().place()).satisfies(place -> {
            assertThat(place.team()).isEqualTo(headless.id());
            assertThat(place.person()).isNull();
        });
        assertThat(dispatch.history(ticket.number()).getFirst().reason())
                .isEqualTo(Reason.of("dispatch.nobody_left", 2));
        follow(ticket, 121);
        worker.work(at(600));
        assertThat(journal.of(Tickets.KIND, ticket.number(), 0, 100).stream()
                        .filter(e -> e.is(TicketEscalated.class))
                        .map(e -> e.as(TicketEscalated.class)))
                .as("once")
                .containsExactly(new TicketEscalated(TicketEscalated.Level.MANAGER, owner.id(), "acceptance", 100));
    }

    @Test
    void whoHandedItOverIsNotTheNext() {
        var ticket = opened("转给同事");
        tickets.assign(ticket.number(), null, team.id(), lin.id(), null, manager, at(0));
        tickets.accept(ticket.number(), null, lin, at(1));
        tickets.assign(ticket.number(), null, team.id(), wei.id(), "我去开会", lin, at(2));
        follow(ticket, 2);
        worker.work(at(62));
        assertThat(person(ticket)).isEqualTo(lead.id());
    }

    @Test
    void theTimeOfAnAssignmentEndsWithTheAcceptance() {
        var ticket = opened("接了");
        tickets.assign(ticket.number(), null, team.id(), wei.id(), null, manager, at(0));
        tickets.accept(ticket.number(), null, wei, at(5));
        follow(ticket, 5);
        assertThat(worker.work(at(600))).isZero();
        assertThat(person(ticket)).isEqualTo(wei.id());
    }

    @Test
    void aRaisedPriorityShortensTheTimeThatIsLeft() {
        var ticket = opened("变急了");
        follow(ticket, 0);
        var first = person(ticket);
        raise(ticket, 5);
        worker.work(at(9));
        assertThat(person(ticket)).isEqualTo(first);
        worker.work(at(10));
        assertThat(person(ticket))
                .as("ten minutes after the offer, not after the edit")
                .isNotEqualTo(first);
        assertThat(silence(ticket)).isEqualTo("10");
    }

    @Test
    void aTimeThatHasPassedForTheNewPriorityIsOverAtOnce() {
        var ticket = opened("早就急了");
        follow(ticket, 0);
        var first = person(ticket);
        raise(ticket, 30);
        worker.work(at(30));
        assertThat(person(ticket)).isNotEqualTo(first);
    }

    @Test
    void whatWasPassedOnMeanwhileKeepsItsOwnTime() {
        var ticket = opened("同时");
        follow(ticket, 0);
        urgent(ticket, 59);
        var effect = reader.read(fresh(ticket), at(59));
        worker.work(at(60));
        var second = person(ticket);
        db.transact(effect);
        worker.work(at(69));
        assertThat(person(ticket)).isEqualTo(second);
    }

    /** So many minutes the last one was given. */
    private String silence(Ticket ticket) {
        var cause = dispatch.history(ticket.number()).getFirst().cause();
        assertThat(cause.key()).isEqualTo("dispatch.cause_silence");
        return String.valueOf(cause.arguments().getFirst());
    }

    private void raise(Ticket ticket, int minutes) {
        urgent(ticket, minutes);
        follow(ticket, minutes);
    }

    private void urgent(Ticket ticket, int minutes) {
        editing.edit(
                ticket.number(),
                null,
                wanted -> new Wanted(wanted.matter(), Level.HIGH, Level.HIGH, null, null),
                manager,
                at(minutes));
    }

    private Ticket opened(String title) {
        var draft = Draft.titled(title, cast.hire("requester"), Source.WEB).service(service);
        return tickets.open(draft, NINE);
    }

    private void follow(Ticket ticket, int minutes) {
        db.transact(reader.read(fresh(ticket), at(minutes)));
    }

    private List<Recorded> fresh(Ticket ticket) {
        var all = journal.of(Tickets.KIND, ticket.number(), read, 100);
        if (!all.isEmpty()) read = all.getLast().id();
        return all.stream().filter(reader::wants).toList();
    }

    private Long person(Ticket ticket) {
        return tickets.of(List.of(ticket.number())).getFirst().place().person();
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
