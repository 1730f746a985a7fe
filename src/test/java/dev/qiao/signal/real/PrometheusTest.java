package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notices;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Incident;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.promql.Line;
import dev.qiao.signal.promql.Promql;
import dev.qiao.signal.promql.ServerDraft;
import dev.qiao.signal.promql.Servers;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.watch.Side;
import dev.qiao.signal.watch.Threshold;
import dev.qiao.signal.watch.WatchDraft;
import dev.qiao.signal.watch.Watches;
import dev.qiao.signal.watch.Watching;
import dev.qiao.ticket.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real node_exporter, a real Prometheus with a rule, a real Alertmanager with three receivers at once, and the desk. */
@QiaoTest
class PrometheusTest {
    @TempDir
    Path folder;

    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

    @Autowired
    Tickets tickets;

    @Autowired
    Notices notices;

    @Autowired
    Servers servers;

    @Autowired
    Promql promql;

    @Autowired
    Watches watches;

    @Autowired
    Cast cast;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private Source.Issued webhook;
    private Source.Issued pager;
    private Source.Issued genie;

    @Test
    void aRuleThatFiresAndIsOverIsOneIncidentHoweverManyReceiversTellOfIt() throws Exception {
        var exporter = Part.need("prometheus-node-exporter", "prometheus-node-exporter");
        var prometheus = Part.need("prometheus", "prometheus");
        var alertmanager = Part.need("prometheus-alertmanager", "prometheus-alertmanager");
        webhook = machine.connect(Sender.ALERTMANAGER);
        pager = machine.connect(Sender.PAGERDUTY);
        genie = machine.connect(Sender.OPSGENIE);
        int exporting = Part.freePort();
        int scraping = Part.freePort();
        int alerting = Part.freePort();
        write("metrics/disk.prom", "desk_test_disk_full 1\n");
        write("rules.yml", RULES.formatted(Machine.unique("DiskFull")));
        write("prometheus.yml", SCRAPING.formatted(exporting, alerting));
        write("alertmanager.yml", RECEIVING.formatted(root(), webhook.key(), root(), pager.key(), root(), genie.key()));
        try (var first = Part.start(
                        exporter,
                        folder,
                        "--web.listen-address=127.0.0.1:" + exporting,
                        "--collector.disable-defaults",
                        "--collector.textfile",
                        "--collector.textfile.directory=" + folder.resolve("metrics"));
                var second = Part.start(
                        alertmanager,
                        folder,
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + alerting);
                var third = Part.start(
                        prometheus,
                        folder,
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--rules.alert.resend-delay=1s",
                        "--web.listen-address=127.0.0.1:" + scraping)) {
            assertThat(List.of(first, second, third)).doesNotContainNull();
            Part.until("all three receivers have told", () -> told().size() == 3);
            assertThat(told().stream().map(Alert::incident).distinct())
                    .hasSize(1)
                    .doesNotContainNull();
            asked(scraping);
            var ticket = incident().ticket();
            var engineer = worksOn(ticket);
            assertThat(alerts.of(incident(), 10, Me.QIAO)).hasSize(3);
            write("metrics/disk.prom", "desk_test_disk_full 0\n");
            Part.until(
                    "all three receivers say that it is over",
                    () -> told().stream().noneMatch(Alert::open));
            assertThat(incident().alerts()).isEqualTo(3);
            assertThat(incident().open()).isZero();
            assertThat(incident().restoredAt()).isNotNull();
            assertThat(incident().ticket()).isEqualTo(ticket);
            assertThat(notices.of(engineer, true, null, 20))
                    .anyMatch(notice -> notice.key().equals("channel.restored") && notice.subject() == ticket);
        }
    }

    /** The same Prometheus is asked by PromQL: for a chart, and by a rule. */
    private void asked(int port) throws Exception {
        var draft = new ServerDraft(Machine.unique("prometheus"), "http://127.0.0.1:" + port, true);
        var server = servers.create(draft, null, Me.QIAO, clock.instant());
        Part.until("it has a point of a whole second", () -> !up(server.id()).isEmpty());
        var now = Instant.now();
        var up = up(server.id());
        assertThat(up).hasSize(1);
        assertThat(up.getFirst().labels()).containsEntry("job", "node");
        assertThat(up.getFirst().points()).isNotEmpty().allMatch(point -> point.value() == 1);
        assertThatThrownBy(() -> promql.ask(
                        new Expression(server.id(), "rate(("), now.minusSeconds(60), now, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems()
                                        .getFirst()
                                        .arguments()
                                        .toString())
                                .contains("parse error"));
        var expression = new Expression(server.id(), "vector(95)").code();
        var name = Machine.unique("asked");
        var watch = watches.create(
                new WatchDraft(
                        name,
                        expression,
                        List.of(),
                        new Threshold(Side.ABOVE, 90, 90, 5),
                        Severity.WARNING,
                        null,
                        true),
                Me.QIAO,
                clock.instant());
        workers.crank(clock.advance(Duration.ofMinutes(1)));
        assertThat(watches.watching(Me.QIAO).get(watch.id())).isEqualTo(new Watching(1, 1, null, null));
        watches.delete(watch.id(), Me.QIAO, clock.instant());
        servers.delete(server.id(), Me.QIAO, clock.instant());
    }

    private List<Line> up(long server) {
        var now = Instant.now();
        return promql.ask(
                new Expression(server, "up{job=\"node\"}"),
                now.minusSeconds(60),
                now.plusSeconds(1),
                Duration.ofSeconds(1));
    }

    private Me worksOn(long ticket) {
        var team = cast.team(null);
        var engineer = cast.join(team, cast.hire("engineer"));
        tickets.assign(ticket, null, team.id(), engineer.id(), null, Me.QIAO, clock.instant());
        tickets.accept(ticket, null, engineer, clock.instant());
        return engineer;
    }

    private List<Alert> told() {
        workers.crank(clock.instant());
        var ours = Stream.of(webhook, pager, genie)
                .map(issued -> issued.source().id())
                .collect(Collectors.toSet());
        return Stream.of(Alert.State.OPEN, Alert.State.RESOLVED)
                .flatMap(state -> alerts.list(state, null, Long.MAX_VALUE, 100, Me.QIAO).stream())
                .filter(alert -> ours.contains(alert.source()))
                .toList();
    }

    private Incident incident() {
        var id = Objects.requireNonNull(told().getFirst().incident());
        return alerts.incidents(Set.of(id), Me.QIAO).getFirst();
    }

    private String root() {
        return http.root().toString().replaceAll("/$", "");
    }

    /** The exporter never sees half a file. */
    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var fresh = Files.writeString(folder.resolve("fresh"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static final String SCRAPING = """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: [rules.yml]
            scrape_configs: [{job_name: node, static_configs: [{targets: ['127.0.0.1:%d']}]}]
            alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
            """;

    private static final String RULES = """
            groups:
              - name: disks
                rules:
                  - alert: %s
                    expr: desk_test_disk_full > 0
                    labels: {severity: critical}
                    annotations: {summary: '磁盘满: {{ $labels.instance }}'}
            """;

    private static final String RECEIVING = """
            route: {receiver: desk, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - name: desk
                webhook_configs: [{url: '%s/in/%s', send_resolved: true}]
                pagerduty_configs: [{url: '%s/v2/enqueue', routing_key: '%s', send_resolved: true}]
                opsgenie_configs: [{api_url: '%s/', api_key: '%s', send_resolved: true}]
            """;
}
