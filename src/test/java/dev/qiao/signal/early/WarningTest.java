package dev.qiao.signal.early;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Links;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A warning is a task with a promise of its own, and is known to whoever gets the fault that it foretold. */
@QiaoTest
class WarningTest {
    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Alerts alerts;

    @Autowired
    Services services;

    @Autowired
    Tickets tickets;

    @Autowired
    Links links;

    @Autowired
    Clocks clocks;

    @Autowired
    Targets targets;

    @Autowired
    Workers workers;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Test
    void aWarningIsATaskThatIsPromisedSomethingOfItsOwn() {
        var before = answered();
        var warning = warned(service());
        assertThat(warning.matter().kind()).isEqualTo(Kind.TASK);
        assertThat(warning.matter().source()).isEqualTo(Source.WARNING);
        assertThat(clocks.of(Tickets.KIND, List.of(warning.number())).get(warning.number()))
                .allSatisfy(clock -> assertThat(clock.terms().agreement()).isEqualTo("warning"));
        assertThat(answered()).as("it is outside the targets").isEqualTo(before);
    }

    @Test
    void theFaultThatFollowsOnTheSameServiceIsLinkedAndWasForeseen() {
        var service = service();
        var before = targets.figure(Measure.EARLY_WARNING, day(), Me.QIAO, clock.instant());
        var warning = warned(service);
        clock.advance(Duration.ofHours(2));
        var foreseen = reported(service);
        var unforeseen = tickets.find(told(service(), Severity.CRITICAL), Me.QIAO);
        assertThat(links.of(foreseen, Me.QIAO))
                .extracting(linked -> linked.other().number())
                .containsExactly(warning.number());
        assertThat(links.of(unforeseen, Me.QIAO)).isEmpty();
        var after = targets.figure(Measure.EARLY_WARNING, day(), Me.QIAO, clock.instant());
        assertThat(after.n() - before.n()).isEqualTo(2);
        assertThat(after.missed() - before.missed()).isEqualTo(1);
    }

    @Test
    void whatNobodyMonitorsAndWhatAWarningFollowedWasNotForeseen() {
        var before = targets.figure(Measure.EARLY_WARNING, day(), Me.QIAO, clock.instant());
        var service = service();
        reported(service);
        clock.advance(Duration.ofHours(1));
        warned(service);
        var after = targets.figure(Measure.EARLY_WARNING, day(), Me.QIAO, clock.instant());
        assertThat(after.n()).isEqualTo(before.n());
    }

    private long answered() {
        var later = clock.instant().plus(Duration.ofDays(30));
        return targets.figure(Measure.RESPONSE_RATE, day(), Me.QIAO, later).n();
    }

    private Period day() {
        var now = clock.instant();
        return new Period(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }

    private Service service() {
        var code = Machine.unique("early");
        return services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private Ticket warned(Service service) {
        return tickets.find(told(service, Severity.WARNING), Me.QIAO);
    }

    /** What the desk finds itself about this service; the ticket that comes of it. */
    private long told(Service service, Severity severity) {
        var own = sources.own(clock.instant()).id();
        var key = Machine.unique("key");
        var labels = Map.of("service", service.code());
        var said = new Told(Says.FIRING, key, key, clock.instant(), null, severity, key, "", "", labels);
        alarms.tell(own, List.of(said), clock.instant());
        workers.crank(clock.instant());
        var alert = alerts.list(null, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return alerts.incidents(List.of(requireNonNull(alert.incident())), Me.QIAO)
                .getFirst()
                .ticket();
    }

    /** As a person reports it. */
    private Ticket reported(Service service) {
        var draft = Draft.titled("打不开", Me.QIAO, Source.PHONE)
                .service(service.id())
                .requester(cast.hire("requester").id());
        var ticket = tickets.open(List.of(draft), clock.instant()).getFirst();
        workers.crank(clock.instant());
        return ticket;
    }
}
