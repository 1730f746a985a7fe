package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.qiao.base.Refused.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen at one look, on real sockets. */
class EyeTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    HttpServer server;
    String address;

    @BeforeEach
    void somethingIsThere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "127.0.0.1:" + server.getAddress().getPort();
        page("/ok", 200, 0, null);
        page("/chunked", 200, -1, null);
        page("/broken", 500, 0, null);
        page("/on", 302, 0, "/ok");
        page("/away", 302, 0, "http://localhost:" + server.getAddress().getPort() + "/ok");
        page("/round", 302, 0, "/round");
        server.start();
    }

    @AfterEach
    void nothingIsThere() {
        server.stop(0);
    }

    private void page(String path, int status, int length, @Nullable String location) {
        server.createContext(path, exchange -> {
            var body = "the shop is open, 营业中".getBytes(StandardCharsets.UTF_8);
            if (location != null) exchange.getResponseHeaders().add("Location", location);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : length < 0 ? 0 : body.length);
            if (!head) exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void aPageIsAsExpected() {
        assertThat(http("/ok", expected("GET", null, "", false))).isNull();
        assertThat(http("/ok", expected("HEAD", 200, "", false))).isNull();
        assertThat(http("/chunked", expected("GET", null, "营业中", false))).isNull();
        assertThat(http("/ok", expected("GET", null, "open, \\p{Han}+$", true))).isNull();
        assertThat(http("/broken", expected("GET", 500, "", false))).isNull();
        assertThat(http("/on", expected("GET", null, "", false))).isNull();
        assertThat(http("/on", expected("GET", 302, "", false))).isNull();
    }

    @Test
    void whatIsOtherwiseIsSaidInWords() {
        assertThat(http("/broken", expected("GET", null, "", false))).isEqualTo("signal.probe_status");
        assertThat(http("/ok", expected("GET", null, "closed", false))).isEqualTo("signal.probe_content");
        assertThat(http("/away", expected("GET", null, "", false))).isEqualTo("signal.probe_redirect");
        assertThat(http("/round", expected("GET", null, "", false))).isEqualTo("signal.probe_redirects");
        assertThat(look(Probe.Kind.TCP, "127.0.0.1:1", Expected.ANYTHING, true)).isEqualTo("signal.probe_refused");
    }

    @Test
    void whatSpeaksNoTlsIsNotTrusted() throws IOException {
        try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(plain));
            var target = "127.0.0.1:" + plain.getLocalPort();
            assertThat(look(Probe.Kind.TLS, target, Expected.ANYTHING, true)).isEqualTo("signal.probe_tls");
        }
    }

    private static void greet(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1);
        } catch (IOException _) {
            return;
        }
    }

    @Test
    void aRedirectLeadsOnlyWhereItIsAllowed() {
        var allowed = new Expected("GET", null, "", false, false, List.of("LOCALHOST"), "A", "", "");
        assertThat(http("/away", allowed)).isNull();
    }

    @Test
    void aPortIsOpen() {
        assertThat(look(Probe.Kind.TCP, address, Expected.ANYTHING, true)).isNull();
    }

    @Test
    void nothingInsideIsLookedAtUnlessAnAdministratorSaidSo() {
        for (var target : List.of(address, "localhost:" + server.getAddress().getPort(), "[::1]:80"))
            assertThat(look(Probe.Kind.HTTP, "http://" + target + "/ok", Expected.ANYTHING, false))
                    .isEqualTo("signal.probe_out_of_bounds");
        assertThat(look(Probe.Kind.TCP, address, Expected.ANYTHING, false)).isEqualTo("signal.probe_out_of_bounds");
        assertThat(look(Probe.Kind.PING, "127.0.0.1", Expected.ANYTHING, false))
                .isEqualTo("signal.probe_out_of_bounds");
        var resolver = new Expected("GET", null, "", false, false, List.of(), "A", "", "127.0.0.1");
        assertThat(look(Probe.Kind.DNS, "shop.example", resolver, false)).isEqualTo("signal.probe_out_of_bounds");
    }

    @Test
    void whatHangsOrDripsTakesNoLongerThanTheLimit() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var dripping = Thread.ofVirtual().start(() -> drip(silent));
            for (var scheme : List.of("http", "https")) {
                long begun = System.nanoTime();
                assertThat(look(
                                Probe.Kind.HTTP,
                                scheme + "://127.0.0.1:" + silent.getLocalPort() + "/",
                                Expected.ANYTHING,
                                true))
                        .isEqualTo("signal.probe_timeout");
                assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(400L, 5_000L);
            }
            dripping.interrupt();
        }
    }

    /** A byte now and then to one after the other, so that no single read ever waits long. */
    private static void drip(ServerSocket server) {
        while (true) {
            try (var socket = server.accept()) {
                while (true) {
                    Thread.sleep(50);
                    socket.getOutputStream().write(22);
                }
            } catch (InterruptedException _) {
                return;
            } catch (IOException _) {
                if (server.isClosed()) return;
            }
        }
    }

    private static Expected expected(String method, @Nullable Integer status, String content, boolean expression) {
        return new Expected(method, status, content, expression, false, List.of(), "A", "", "");
    }

    private @Nullable String http(String path, Expected expected) {
        return look(Probe.Kind.HTTP, "http://" + address + path, expected, true);
    }

    /** The key of the reason; null: it was as expected. */
    private static @Nullable String look(Probe.Kind kind, String target, Expected expected, boolean inside) {
        var draft = new ProbeDraft(
                "x", kind, target, expected, null, 10, 500, 1, 1, null, ProbeDraft.WARN_DAYS, inside, true);
        Problem reason = Eye.look(draft, NOW).reason();
        return reason == null ? null : reason.key();
    }
}
