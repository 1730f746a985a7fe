package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Participants;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.sla.ladder.ClockClimbed;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class EscalationTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Services services;

    @Autowired
    Tickets tickets;

    @Autowired
    EscalationReader reader;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Participants participants;

    @Autowired
    Agreements agreements;

    @Autowired
    Ladders ladders;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me lead;
    Me lin;
    Me owner;
    Team team;
    Ticket ticket;

    @BeforeEach
    void aTicketWithLin() {
        db.sql("delete from dispatch.escalation").update();
        lead = cast.hire("lead");
        owner = cast.hire("manager");
        team = cast.team(lead);
        lin = cast.join(team, cast.hire("engineer"));
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        var draft = new ServiceDraft(code, "邮件", false, owner.id(), List.of(team.id()), true);
        var service = services.create(draft, Me.QIAO, NINE).id();
        ticket = tickets.open(
                Draft.titled("邮件收不到", cast.hire("requester"), Source.WEB).service(service), NINE);
        tickets.assign(ticket.number(), null, team.id(), lin.id(), null, cast.hire("manager"), NINE);
    }

    @Test
    void warningsAreForTheAssigneeEachOnce() {
        tell(climbed("response", "p50", 50), Origin.LIVE);
        tell(climbed("response", "p75", 75), Origin.LIVE);
        tell(climbed("response", "p75", 75), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person, TicketEscalated::percent)
                .containsExactly(tuple(Level.ASSIGNEE, lin.id(), 50), tuple(Level.ASSIGNEE, lin.id(), 75));
    }

    @Test
    void aBreachGoesToTheAssigneeAndTheLeadAndLaterToWhoOwnsTheService() {
        tell(climbed("resolution", "p100", 100), Origin.LIVE);
        assertThat(steps()).extracting(TicketEscalated::level).containsExactly(Level.ASSIGNEE, Level.LEAD);
        tell(climbed("resolution", "a15", 100), Origin.LIVE);
        tell(climbed("resolution", "a15", 100), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person)
                .containsExactly(
                        tuple(Level.ASSIGNEE, lin.id()),
                        tuple(Level.LEAD, lead.id()),
                        tuple(Level.MANAGER, owner.id()));
    }

    @Test
    void whatWasAnsweredInTheMeantimeDoesNotReachTheManager() {
        tell(climbed("response", "p100", 100), Origin.LIVE);
        tickets.accept(ticket.number(), null, lin, at(5));
        tell(climbed("response", "a15", 100), Origin.LIVE);
        assertThat(steps()).extracting(TicketEscalated::level).doesNotContain(Level.MANAGER);
    }

    @Test
    void whereNobodyHasItTheLeadIsWarned() {
        var waiting = tickets.open(Draft.titled("没人", cast.hire("requester"), Source.WEB), NINE);
        tickets.assign(waiting.number(), null, team.id(), null, null, cast.hire("manager"), NINE);
        ticket = waiting;
        tell(climbed("response", "p50", 50), Origin.LIVE);
        assertThat(steps()).extracting(TicketEscalated::person).containsExactly(lead.id());
    }

    @Test
    void whoManagesTheServiceIsWarnedWhereTheLeadHasLeft() {
        people.activate(lead.id(), false, Me.QIAO, NINE);
        tell(climbed("resolution", "p100", 100), Origin.LIVE);
        tell(climbed("resolution", "p100", 100), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person)
                .containsExactly(tuple(Level.ASSIGNEE, lin.id()), tuple(Level.MANAGER, owner.id()));
    }

    @Test
    void whoeverIsOnDutyAndANamedPersonAreToldWhereTheLadderSaysSo() {
        var all = Set.of(lin.id());
        var named = cast.hire("manager");
        rosters.add(
                team.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), all, List.of()),
                Me.QIAO,
                NINE);
        var code = "l" + UUID.randomUUID().toString().substring(0, 8);
        agreements.create(code, code, offer(), Me.QIAO, NINE);
        ladders.change(
                code,
                List.of(
                        new Rung(Metric.RESOLUTION, Mark.of("b30"), Whom.ON_DUTY, null),
                        new Rung(Metric.RESOLUTION, Mark.of("b30"), Whom.PERSON, named.id())),
                agreements.revision(),
                Me.QIAO,
                NINE);
        tell(new ClockClimbed("resolution", "b30", 87, null, code), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person)
                .containsExactly(tuple(Level.ON_DUTY, lin.id()), tuple(Level.PERSON, named.id()));
        people.activate(named.id(), false, Me.QIAO, NINE);
        db.sql("delete from dispatch.escalation").update();
        tell(new ClockClimbed("resolution", "b30", 87, null, code), Origin.LIVE);
        assertThat(steps().getLast())
                .as("the named person has left")
                .isEqualTo(new TicketEscalated(Level.MANAGER, owner.id(), "resolution", 87));
    }

    @Test
    void whoMayNotSeeARestrictedTicketIsPassedOverForWhoMay() {
        var keeper = cast.hire("manager");
        ticket = tickets.open(restricted(keeper), NINE);
        tickets.assign(ticket.number(), null, team.id(), null, null, keeper, NINE);
        tell(climbed("response", "p50", 50), Origin.LIVE);
        assertThat(steps()).extracting(TicketEscalated::person).doesNotContain(lead.id(), owner.id());
        participants.add(Tickets.KIND, ticket.number(), owner.id(), "named", NINE);
        tell(climbed("response", "p75", 75), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person)
                .contains(tuple(Level.MANAGER, owner.id()));
        participants.add(Tickets.KIND, ticket.number(), lead.id(), "named", NINE);
        db.sql("delete from dispatch.escalation").update();
        tell(climbed("response", "p75", 75), Origin.LIVE);
        assertThat(steps())
                .extracting(TicketEscalated::level, TicketEscalated::person)
                .contains(tuple(Level.LEAD, lead.id()));
    }

    @Test
    void anImportedBreachTellsNobody() {
        db.transact(() -> journal.write(entry(climbed("response", "p100", 100), Origin.IMPORT)));
        assertThat(acts())
                .filteredOn(e -> e.is(ClockClimbed.class))
                .isNotEmpty()
                .noneMatch(reader::wants);
    }

    private Draft restricted(Me by) {
        return new Draft(
                UUID.randomUUID(),
                by,
                Kind.INCIDENT,
                "工资表",
                "",
                Weight.Level.HIGH,
                Weight.Level.HIGH,
                null,
                ticket.matter().service(),
                null,
                cast.hire("requester").id(),
                Source.PHONE,
                NINE,
                List.of(),
                true);
    }

    private static Offer offer() {
        var hour = Duration.ofHours(1);
        var budgets = Map.of("urgent", hour, "important", hour, "normal", hour);
        return new Offer("24x7", Map.of(Metric.RESPONSE, budgets, Metric.RESOLUTION, budgets), Map.of());
    }

    private static ClockClimbed climbed(String metric, String mark, int percent) {
        return new ClockClimbed(metric, mark, percent, null, "standard");
    }

    private void tell(Facts facts, Origin origin) {
        db.transact(() -> journal.write(entry(facts, origin)));
        var last = acts().getLast();
        assertThat(reader.wants(last)).isTrue();
        db.transact(reader.read(List.of(last), NINE));
    }

    private Entry entry(Facts facts, Origin origin) {
        return new Entry(NINE, origin, Tickets.KIND, ticket.number(), 0, 0, Audience.INTERNAL, facts);
    }

    private List<TicketEscalated> steps() {
        return acts().stream()
                .filter(e -> e.is(TicketEscalated.class))
                .map(e -> e.as(TicketEscalated.class))
                .toList();
    }

    private List<Recorded> acts() {
        return journal.of(Tickets.KIND, ticket.number(), 0, 100);
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
