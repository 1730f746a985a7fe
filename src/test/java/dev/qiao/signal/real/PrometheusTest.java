package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notices;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Incident;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.ticket.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
