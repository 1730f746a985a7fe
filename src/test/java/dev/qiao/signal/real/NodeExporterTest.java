package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.base.reach.Authority;
import dev.qiao.signal.Machine;
import dev.qiao.signal.metric.Metrics;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Spot;
import dev.qiao.signal.metric.Vital;
import dev.qiao.signal.metric.Vitals;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.scrape.Scraped;
import dev.qiao.signal.scrape.Scrapes;
import dev.qiao.signal.source.Pass;
import dev.qiao.signal.source.Passes;
import dev.qiao.signal.source.Scrape;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real node_exporter behind a certificate of its own and a password, asked by the desk itself. */
@QiaoTest
class NodeExporterTest {
    private static final String PASSWORD = "open sesame";

    @TempDir
    Path folder;

    @Autowired
    Sources sources;

    @Autowired
    Passes passes;

    @Autowired
    Scrapes scrapes;

    @Autowired
    Points points;

    @Autowired
    Metrics metrics;

    @Autowired
    Vitals vitals;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void whatItMeasuresArrivesUnderFirstClassNamesOnceItIsTrustedAndSignedInTo() throws Exception {
        var exporter = Part.need("prometheus-node-exporter", "prometheus-node-exporter");
        var authority = new Authority("Machines");
        var issued = authority.issue(Instant.now().plus(Duration.ofDays(90)), "127.0.0.1");
        Files.writeString(folder.resolve("certificate.pem"), issued.pem());
        Files.writeString(folder.resolve("key.pem"), issued.key());
        Files.writeString(folder.resolve("web.yml"), GUARDED.formatted(hash(PASSWORD)));
        int port = Part.freePort();
        try (var running = Part.start(
                exporter,
                folder,
                "--web.listen-address=127.0.0.1:" + port,
                "--web.config.file=" + folder.resolve("web.yml"))) {
            assertThat(running.alive()).isTrue();
            var stranger = asks(port, "");
            assertThat(problem(stranger)).hasValue("signal.scrape.tls");
            var source = asks(port, authority.pem());
            assertThat(scraped(source).detail()).as("nobody has signed in").isEqualTo("401");
            passes.give(source.id(), new Pass("qiao", "wrong"), Me.QIAO, clock.instant());
            assertThat(scraped(source).detail()).isEqualTo("401");
            passes.give(source.id(), new Pass("qiao", PASSWORD), Me.QIAO, clock.instant());
            for (int n = 0; n < 3; n++) assertThat(problem(source)).isEmpty();
            assertThat(points.refused(source.id())).isEmpty();
            for (var vital : List.of(Vital.CPU, Vital.MEMORY, Vital.DISK, Vital.NETWORK, Vital.DISK_IO))
                if (Files.exists(Path.of("/proc/diskstats")) || vital != Vital.DISK_IO) arrives(vital, source);
            assertThat(metrics.find("node_uname_info", matchers(source), 2)).hasSize(1);
        }
    }

    private void arrives(Vital vital, Source source) {
        var until = clock.instant().plusSeconds(1);
        var courses = vitals.courses(
                vital, matchers(source), until.minus(Duration.ofMinutes(5)), until, Duration.ofSeconds(60), 20);
        assertThat(courses).as("%s", vital).isNotEmpty();
        assertThat(courses.stream().flatMap(course -> course.spots().stream()).map(Spot::value))
                .as("%s", vital)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).isBetween(0.0, vital.percent() ? 100.0 : 1e12));
    }

    private Optional<String> problem(Source source) throws Exception {
        return Optional.ofNullable(scraped(source).problem());
    }

    /** As the desk's own worker does it when the time has come. */
    private Scraped scraped(Source source) throws Exception {
        var at = clock.advance(Duration.ofSeconds(61));
        workers.crank(at);
        Part.until(
                "it is asked",
                () -> scrapes.last(source)
                        .filter(last -> !last.at().isBefore(at))
                        .isPresent());
        return scrapes.last(source).orElseThrow();
    }

    private Source asks(int port, String trust) {
        var scrape = new Scrape("https://127.0.0.1:" + port + "/metrics", 60, 20, true, trust);
        var draft = new SourceDraft(
                Machine.unique("node"), Sender.PROMETHEUS, null, new Setup(0, 0, null, null, null, null, scrape), true);
        return sources.create(draft, Me.QIAO, clock.instant()).source();
    }

    private static Matchers matchers(Source source) {
        return Matchers.read(List.of("source=" + source.name()));
    }

    private static String hash(String password) {
        var salt = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);
        return Objects.requireNonNull(OpenBSDBCrypt.generate(password.toCharArray(), salt, 4));
    }

    private static final String GUARDED = """
            tls_server_config: {cert_file: certificate.pem, key_file: key.pem}
            basic_auth_users: {qiao: %s}
            """;
}
