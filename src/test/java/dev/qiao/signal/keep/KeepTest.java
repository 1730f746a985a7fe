package dev.qiao.signal.keep;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Check;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.IncidentTickets;
import dev.qiao.signal.Machine;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is over for long is forgotten, and nothing that somebody still works on. */
@QiaoTest
class KeepTest {
    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

    @Autowired
    Tickets tickets;

    @Autowired
    Deployments deployments;

    @Autowired
    IncidentTickets incidentTickets;

    @Autowired
    KeepSql sql;

    @Autowired
    Db db;

    @Autowired
    List<Check> checks;

    @Autowired
    Cast cast;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void anAlertThatCalledNobodyIsForgottenAfterFourHundredDays() {
        var source = machine.connect(Sender.JSON);
        var over = told(source, "info", "resolved");
        var open = told(source, "info", "firing");
        sweep(clock.instant().plus(Duration.ofDays(399)));
        assertThat(alerts.find(over.id(), Me.QIAO).open()).isFalse();
        sweep(later());
        gone(over);
        assertThat(alerts.find(open.id(), Me.QIAO).open()).isTrue();
    }

    @Test
    void thoseOfAnIncidentStayUntilNobodyWorksOnItsTicketAndItsCountsStayAsTheyWere() {
        var source = machine.connect(Sender.JSON);
        var over = told(source, "critical", "resolved");
        var incident = requireNonNull(over.incident());
        sweep(later());
        assertThat(alerts.find(over.id(), Me.QIAO).incident()).isEqualTo(incident);
        var ticket = alerts.incidents(List.of(incident), Me.QIAO).getFirst().ticket();
        var team = cast.team(null);
        var engineer = cast.join(team, cast.hire("engineer"));
        tickets.assign(ticket, null, team.id(), engineer.id(), null, Me.QIAO, clock.instant());
        tickets.accept(ticket, null, engineer, clock.instant());
        tickets.resolve(ticket, null, Outcome.FIXED, Cause.HARDWARE, "换了磁盘", null, engineer, clock.instant());
        sweep(later());
        gone(over);
        var kept = alerts.incidents(List.of(incident), Me.QIAO).getFirst();
        assertThat(kept.alerts()).isEqualTo(1);
        assertThat(kept.open()).isZero();
        assertThat(checks.stream()
                        .filter(check -> check.name().equals("signal.incidents_add_up"))
                        .flatMap(check -> check.problems().stream())
                        .filter(problem -> problem.contains("incident " + incident + " ")))
                .isEmpty();
    }

    @Test
    void aStormIsForgottenPieceByPiece() {
        var source = machine.connect(Sender.JSON);
        var over = told(source, "info", "resolved");
        db.sql("""
                insert into signal.alert (source_id, key, group_key, started_at, began_at, ended_at, state, severity, title, words, url,
                                          labels, count, first_at, last_at, changed, said)
                select source_id, 'storm ' || n, group_key, started_at, began_at, ended_at, state, severity, title, words, url, labels,
                       1, first_at, last_at, false, said
                  from signal.alert, generate_series(1, 1200) n where id = :id
                """).bind("id", over.id()).update();
        assertThat(sweep(later())).isGreaterThanOrEqualTo(1_201);
        long left = db.sql("select count(*) as n from signal.alert where source_id = :source")
                .bind("source", source.source().id())
                .one(row -> row.number("n"));
        assertThat(left).isZero();
    }

    @Test
    void deploymentsAreForgottenAsWell() {
        var source = machine.connect(Sender.PAGERDUTY).source().id();
        var now = clock.instant();
        var all = new ArrayList<Deployed>();
        for (int n = 0; n < 600; n++)
            all.add(new Deployed(now.minus(Duration.ofDays(401)).minusSeconds(n), "alt " + n, "", Map.of()));
        all.add(new Deployed(now.minus(Duration.ofDays(399)), "neu", "", Map.of()));
        deployments.tell(source, now, all);
        var sweep = new DeploymentSweep(sql);
        assertThat(sweep.work(now)).isEqualTo(500);
        assertThat(sweep.work(now)).isGreaterThanOrEqualTo(100);
        assertThat(sweep.work(now)).as("it rests").isZero();
        assertThat(db.sql("select title from signal.deployment where source_id = :source")
                        .bind("source", source)
                        .list(row -> row.text("title")))
                .containsExactly("neu");
    }

    /** Until it rests; how many it looked at. */
    private int sweep(Instant now) {
        var sweep = new AlertSweep(db, sql, alerts, incidentTickets);
        int all = 0;
        for (int n = sweep.work(now); n > 0; n = sweep.work(now)) {
            assertThat(n).isLessThanOrEqualTo(500);
            all += n;
        }
        return all;
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(401));
    }

    private Alert told(Source.Issued source, String severity, String status) {
        var key = Machine.unique("old");
        say(source, key, severity, "firing");
        var alert = alerts.list(null, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        if (status.equals("resolved")) say(source, key, severity, status);
        return alerts.find(alert.id(), Me.QIAO);
    }

    private void say(Source.Issued source, String key, String severity, String status) {
        machine.say(source, """
                {"id": "%1$s", "title": "%1$s", "severity": "%2$s", "status": "%3$s"}
                """.formatted(key, severity, status));
        workers.crank(clock.instant());
    }

    private void gone(Alert alert) {
        assertThatThrownBy(() -> alerts.find(alert.id(), Me.QIAO)).isInstanceOf(Refused.class);
    }
}
