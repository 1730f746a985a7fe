package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.base.settings.Settings;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A real Zabbix server with the media type that the desk gives out, imported as an administrator does it. Its database alone takes a
 * while to be made, so that it runs with {@code bin/test --all}.
 */
@QiaoTest
class ZabbixTest {
    /** The server takes no larger one. */
    private static final int LAST_PORT = 32_767;

    @TempDir
    Path folder;

    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

    @Autowired
    Settings settings;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private Source.Issued source;

    @Test
    void aProblemOfZabbixIsAnAlertUntilItIsOver() throws Exception {
        Assumptions.assumeTrue(Boolean.getBoolean("qiao.test.zabbix"), "skipped: runs with bin/test --all");
        var server = Part.need("zabbix_server", "zabbix-server-pgsql");
        var php = Part.need("php", "zabbix-frontend-php php-cli");
        var passwords = settings.data().resolve("server.passwords");
        Assumptions.assumeTrue(Files.exists(passwords), "skipped: needs the desk's own PostgreSQL");
        source = machine.connect(Sender.ZABBIX);
        int listens = Part.freePortUpTo(LAST_PORT);
        int serves = Part.freePort();
        var zabbix = new Zabbix(folder, settings.data(), listens, serves);
        zabbix.furnish();
        try (var first = Part.start(
                        server,
                        folder,
                        "-f",
                        "-c",
                        folder.resolve("zabbix_server.conf").toString());
                var second = Part.start(
                        php,
                        folder,
                        "-S",
                        "127.0.0.1:" + serves,
                        "-t",
                        folder.resolve("zabbix").toString())) {
            assertThat(List.of(first, second)).doesNotContainNull();
            Part.until("Zabbix can be signed in to", zabbix::signIn);
            connect(zabbix);
            Part.until("Zabbix takes a value", () -> {
                assertThat(first.alive()).as(first.said()).isTrue();
                return zabbix.send("1");
            });
            Part.until("the problem is known", () -> told().stream().anyMatch(Alert::open));
            var alert = told().getFirst();
            assertThat(alert.title()).contains("Disk is full");
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.labels()).containsEntry("host", Zabbix.HOST).containsEntry("scope", "capacity");
            assertThat(alert.incident()).isNotNull();
            assertThat(zabbix.send("0")).isTrue();
            Part.until("the problem is over", () -> told().stream().noneMatch(Alert::open));
            assertThat(told()).hasSize(1);
        } finally {
            zabbix.vanish();
        }
    }

    /** As an administrator does it on the pages of Zabbix. */
    private void connect(Zabbix zabbix) {
        var given = Map.of("createMissing", true, "updateExisting", true);
        zabbix.call(
                "configuration.import",
                Map.of("format", "yaml", "rules", Map.of("mediaTypes", given), "source", mediaType()));
        var found = zabbix.call(
                "mediatype.get", Map.of("output", List.of("mediatypeid"), "filter", Map.of("name", "Qiao")));
        var medium = found.get(0).get("mediatypeid").stringValue();
        var address = http.root().toString().replaceAll("/$", "") + "/in/" + source.key();
        zabbix.call(
                "user.update",
                Map.of(
                        "userid",
                        "1",
                        "medias",
                        List.of(Map.of(
                                "mediatypeid",
                                medium,
                                "sendto",
                                address,
                                "active",
                                0,
                                "severity",
                                63,
                                "period",
                                "1-7,00:00-24:00"))));
        zabbix.watch();
        zabbix.call(
                "action.create",
                Map.of(
                        "name",
                        "Qiao",
                        "eventsource",
                        0,
                        "esc_period",
                        "1h",
                        "operations",
                        List.of(Map.of(
                                "operationtype", 0,
                                "opmessage", Map.of("default_msg", 1, "mediatypeid", medium),
                                "opmessage_usr", List.of(Map.of("userid", "1")))),
                        "recovery_operations",
                        List.of(Map.of("operationtype", 11, "opmessage", Map.of("default_msg", 1)))));
    }

    private static String mediaType() {
        try (var in = ZabbixTest.class.getResourceAsStream("/web/zabbix/qiao.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Alert> told() {
        workers.crank(clock.instant());
        return Stream.of(Alert.State.OPEN, Alert.State.RESOLVED)
                .flatMap(state -> alerts.list(state, null, Long.MAX_VALUE, 100, Me.QIAO).stream())
                .filter(alert -> alert.source() == source.source().id())
                .toList();
    }
}
