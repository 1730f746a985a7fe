package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.signal.rule.AlertRuleDraft;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an alert by rules to a ticket, or to none. */
@QiaoTest
class AlertRuleTest {
    @Autowired
    Machine machine;

    @Autowired
    AlertRules rules;

    @Autowired
    RuleTrial trial;

    @Autowired
    AlertSql alerts;

    @Autowired
    IncidentSql incidents;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Teams teams;

    Source.Issued source;

    @BeforeEach
    void aSenderIsConnected() {
        source = machine.connect(Sender.ALERTMANAGER);
    }

    @AfterEach
    void noRules() {
        rules.all().forEach(rule -> rules.delete(rule.id(), Me.QIAO, clock.instant()));
    }

    @Test
    void aRuleDecidesServiceSeverityTicketPriorityAndTeam() {
        var team = cast.team(null);
        rule("instance=~db.*", Severity.MAJOR, true, Level.HIGH, team);
        rule("", Severity.INFO, false, Level.LOW, null);
        var alert = fires("db01", "warning");
        assertThat(alert.severity()).isEqualTo(Severity.MAJOR);
        assertThat(alert.said()).isEqualTo(Severity.WARNING);
        var ticket = ticket(alert);
        assertThat(ticket.weight().impact()).isEqualTo(Level.HIGH);
        assertThat(ticket.weight().urgency()).isEqualTo(Level.LOW);
        assertThat(ticket.place().team()).isEqualTo(team.id());
        var other = fires("web01", "critical");
        assertThat(other.incident()).isNull();
        assertThat(other.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aRuleForATeamThatIsRetiredLeavesThatToOthers() {
        var team = cast.team(null);
        rule("instance=db02", null, null, null, team);
        var retired = new TeamDraft(team.name(), team.tier(), null, team.zone(), false);
        teams.edit(team.id(), retired, team.version(), Me.QIAO, clock.instant());
        rules.move(rules.all().getFirst().id(), 1, Me.QIAO, clock.instant());
        var sent = ticket(fires("db02", "critical")).place().team();
        assertThat(Objects.equals(sent, team.id())).isFalse();
    }

    @Test
    void aRuleIsTriedOnTheAlertsThatThereWere() {
        var host = Machine.unique("tried");
        fires(host, "warning");
        fires(host, "warning");
        var opening = draft("instance=" + host, null, true, null, null);
        var more = trial.of(null, opening, Me.QIAO);
        assertThat(more.matched()).isEqualTo(2);
        assertThat(more.newest()).hasSize(2);
        assertThat(more.more()).isEqualTo(2);
        assertThat(more.fewer()).isZero();
        fires(host, "critical");
        var fewer = trial.of(null, draft("instance=" + host, null, false, null, null), Me.QIAO);
        assertThat(fewer.matched()).isEqualTo(3);
        assertThat(fewer.fewer()).isEqualTo(1);
        assertThat(fewer.more()).isZero();
        assertThat(rules.all()).isEmpty();
    }

    @Test
    void whatGetsWorseIsLookedAtAgain() {
        var json = machine.connect(Sender.JSON);
        var said = "{\"id\": \"a\", \"title\": \"磁盘\", \"severity\": \"%s\", \"labels\": {\"instance\": \"worse\"}}";
        machine.say(json, said.formatted("warning"));
        assertThat(newest("worse").incident()).isNull();
        machine.say(json, said.formatted("critical"));
        assertThat(newest("worse").incident()).isNotNull();
    }

    private void rule(
            String matcher,
            @Nullable Severity severity,
            @Nullable Boolean opens,
            @Nullable Level impact,
            @Nullable Team team) {
        rules.create(draft(matcher, severity, opens, impact, team), Me.QIAO, clock.instant());
    }

    private static AlertRuleDraft draft(
            String matcher,
            @Nullable Severity severity,
            @Nullable Boolean opens,
            @Nullable Level impact,
            @Nullable Team team) {
        var urgency = impact == Level.HIGH ? null : impact;
        var to = team == null ? null : team.id();
        return new AlertRuleDraft("R", List.of(matcher), null, severity, opens, null, impact, urgency, to, true);
    }

    private Alert fires(String host, String severity) {
        var labels = Map.of("alertname", Machine.unique("A"), "instance", host, "severity", severity);
        machine.say(source, Machine.alertmanager("firing", Machine.unique("group"), labels, clock.instant()));
        return newest(host);
    }

    private Alert newest(String host) {
        return alerts.newest(50).stream()
                .filter(alert -> host.equals(alert.labels().get("instance")))
                .findFirst()
                .orElseThrow();
    }

    private Ticket ticket(Alert alert) {
        var incident =
                incidents.of(List.of(Objects.requireNonNull(alert.incident()))).getFirst();
        return tickets.find(incident.ticket(), Me.QIAO);
    }
}
