package dev.qiao.signal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.base.Desk;
import dev.qiao.base.Refused;
import dev.qiao.base.settings.Settings;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** A source is connected from the command line, and speaks at the address that was printed. */
@QiaoTest
class SourceCreateTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Settings settings;

    @Autowired
    Http http;

    @Test
    void whatIsPrintedIsAllThatASenderHasToBeTold() {
        for (var kind : Sender.connected()) {
            var printed = printed(kind.code(), Machine.unique(kind.code()));
            var path = URI.create(printed.get("url")).getPath();
            switch (kind) {
                case PAGERDUTY ->
                    http.post(
                                    path,
                                    Map.of(
                                            "routing_key",
                                            printed.get("key"),
                                            "event_action",
                                            "resolve",
                                            "dedup_key",
                                            "x"))
                            .expect(202);
                case OPSGENIE ->
                    http.with("Authorization", "GenieKey " + printed.get("key"))
                            .post(path + "v2/alerts", Map.of("message", "x", "alias", "x", "priority", "P5"))
                            .expect(202);
                case OTLP -> http.post(path + "/v1/logs", "{}").expect(200);
                case SYSLOG -> assertThat(printed).containsEntry("url", "–").doesNotContainKey("key");
                case PROMETHEUS -> assertThat(printed).doesNotContainKey("key");
                case OWN -> throw new AssertionError("nobody connects it");
                case SNMP -> assertThat(printed).containsEntry("url", "–").containsKey("key");
                case LOGS, ALERTMANAGER, GRAFANA, ZABBIX, CLOUDEVENTS, JSON, HEARTBEAT -> {
                    assertThat(printed).doesNotContainKey("key");
                    http.post(path, "{}").expect(200);
                }
            }
        }
    }

    @Test
    void anUnknownKindIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> printed("telegram", "x"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().getFirst().arguments())
                                .contains(
                                        "telegram",
                                        "alertmanager, grafana, pagerduty, opsgenie, zabbix, cloudevents, json, heartbeat, otlp, logs, syslog, snmp, prometheus"));
    }

    private Map<String, String> printed(String kind, String name) {
        var command = new SourceCreate();
        new CommandLine(command).parseArgs("--kind", kind, "--name", name);
        var out = new ByteArrayOutputStream();
        command.run(new Desk(
                context::getBean,
                settings.data(),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
