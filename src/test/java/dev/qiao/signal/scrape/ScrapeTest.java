package dev.qiao.signal.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.signal.Machine;
import dev.qiao.signal.metric.Metrics;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Scrape;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Exporters are asked; one that fails, hangs or talks nonsense is seen to do so. */
@QiaoTest
class ScrapeTest {
    @Autowired
    Scrapes scrapes;

    @Autowired
    Metrics metrics;

    @Autowired
    Sources sources;

    @Autowired
    TestClock clock;

    @Test
    void whatAnExporterSaysIsKeptAndThatItIsUp() throws IOException {
        var metric = Machine.unique("node").replace('-', '_');
        var source = asked(200, """
                # HELP %1$s a test
                # TYPE %1$s gauge
                %1$s{mountpoint="/a \\"b\\" \\\\c",instance="own",} 1.5e3
                %1$s_bucket{le="+Inf"} 7 # {trace_id="x"} 0.5
                %1$s_none NaN
                """.formatted(metric));
        var last = scrapes.last(source).orElseThrow();
        assertThat(last.problem()).isNull();
        assertThat(last.samples()).isEqualTo(2);
        assertThat(metrics.find(metric, all(), 5))
                .singleElement()
                .satisfies(series -> assertThat(series.labels())
                        .containsEntry("mountpoint", "/a \"b\" \\c")
                        .containsEntry("exported_instance", "own"));
        assertThat(up(source)).isEqualTo(1);
    }

    @Test
    void whatFailsIsToldAndIsNotUp() throws IOException {
        for (var bad :
                List.of("metric", "1x 5", "x{a=b} 1", "x{a=\"b} 1", "x{a=\"1\",a=\"2\"} 1", "x 1 2 3", "x 0x1p3", "x{"))
            assertThat(scrapes.last(asked(200, "good 1\n" + bad + "\n"))
                            .orElseThrow()
                            .problem())
                    .as(bad)
                    .isEqualTo("signal.scrape.line");
        var gone = asked(503, "");
        assertThat(scrapes.last(gone).orElseThrow())
                .extracting(Scraped::problem, Scraped::detail)
                .containsExactly("signal.scrape.status", "503");
        assertThat(up(gone)).isZero();
        assertThat(scrapes.last(asked(200, "x 1\n".repeat(60_000)))
                        .orElseThrow()
                        .problem())
                .isEqualTo("signal.scrape.many");
        assertThat(scrapes.last(asked(200, "x 1\n".repeat(2_700_000)))
                        .orElseThrow()
                        .problem())
                .isEqualTo("signal.scrape.large");
    }

    @Test
    void oneThatHangsIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var source = source("http://localhost:" + silent.getLocalPort() + "/metrics", true);
            long began = System.nanoTime();
            scrapes.make(source, clock.instant());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(scrapes.last(source).orElseThrow().problem()).isEqualTo("signal.scrape.slow");
        }
    }

    @Test
    void addressesInsideNeedTheWordOfAnAdministrator() {
        var source = source("http://127.0.0.1:9100/metrics", false);
        scrapes.make(source, clock.instant());
        assertThat(scrapes.last(source).orElseThrow().problem()).isEqualTo("signal.scrape.bounds");
        for (var bad : List.of("", "ftp://x/", "http://", "http://me:secret@x/", "node"))
            assertThatThrownBy(() -> source(bad, true)).isInstanceOf(Refused.class);
    }

    private Source asked(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/metrics", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            } catch (IOException _) {
                // Who asked has heard enough.
            }
        });
        server.start();
        try {
            var source = source("http://localhost:" + server.getAddress().getPort() + "/metrics", true);
            source = sources.find(source.id()).orElseThrow();
            take(source);
            scrapes.make(source, clock.instant());
            return source;
        } finally {
            server.stop(0);
        }
    }

    @Autowired
    ScrapeSql sql;

    /** Its time comes once. */
    private void take(Source source) {
        assertThat(sql.take(List.of(source), clock.instant())).hasSizeLessThanOrEqualTo(1);
        assertThat(sql.take(List.of(source), clock.instant())).isEmpty();
    }

    private Source source(String url, boolean inside) {
        var setup = new Setup(0, 0, null, null, null, null, new Scrape(url, 60, 2, inside));
        var draft = new SourceDraft(Machine.unique("exporter"), Sender.PROMETHEUS, null, setup, true);
        var source = sources.create(draft, Me.QIAO, clock.instant()).source();
        sql.take(List.of(source), clock.instant());
        return source;
    }

    private double up(Source source) {
        var series = metrics.find("up", Matchers.read(List.of("source=" + source.name())), 1);
        var now = clock.instant();
        return metrics.range(
                        List.of(series.getFirst().id()),
                        now.minusSeconds(60),
                        now.plusSeconds(1),
                        Duration.ofSeconds(1))
                .getLast()
                .value();
    }

    private static Matchers all() {
        return Matchers.read(List.of());
    }
}
