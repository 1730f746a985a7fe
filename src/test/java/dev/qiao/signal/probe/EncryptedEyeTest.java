package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.qiao.base.Refused;
import dev.qiao.base.reach.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Certificates are looked at on a real server that shows one of an authority which only the probe trusts. */
class EncryptedEyeTest {
    private static final Instant NOW = Instant.now();

    private final Authority authority;
    private @Nullable HttpsServer server;

    EncryptedEyeTest() throws Exception {
        this.authority = new Authority("Tests");
    }

    @AfterEach
    void nothingIsThere() {
        if (server != null) server.stop(0);
    }

    @Test
    void whomItsAuthorityVouchesForIsTrustedAndWarnsBeforeTheEnd() throws Exception {
        var ends = NOW.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        serve(authority.issue(ends, "127.0.0.1", "localhost"));
        for (var host : List.of("127.0.0.1", "localhost")) {
            var seen = tls(host, authority.pem());
            assertThat(seen.reason()).as(host).isNull();
            assertThat(seen.certificateEnds()).isEqualTo(ends);
            assertThat(Standing.NEW
                            .after(seen, draft(Probe.Kind.TLS, "x", ""), null)
                            .warned())
                    .isEqualTo(14);
        }
        var page = look(Probe.Kind.HTTP, "https://127.0.0.1:" + port() + "/", authority.pem());
        assertThat(page.reason()).isNull();
        assertThat(page.certificateEnds()).isEqualTo(ends);
    }

    @Test
    void nobodyElseIs() throws Exception {
        serve(authority.issue(NOW.plus(Duration.ofDays(90)), "127.0.0.1"));
        assertThat(reason(tls("127.0.0.1", "")))
                .as("the system knows nothing of it")
                .isEqualTo("signal.probe_tls");
        assertThat(reason(tls("127.0.0.1", new Authority("Others").pem()))).isEqualTo("signal.probe_tls");
        assertThat(reason(tls("localhost", authority.pem()))).as("another name").isEqualTo("signal.probe_tls");
    }

    @Test
    void whatIsOverIsNotTrustedEvenIfItIsNamedItself() throws Exception {
        var over = authority.issue(NOW.minus(Duration.ofDays(1)), "127.0.0.1");
        serve(over);
        assertThat(reason(tls("127.0.0.1", authority.pem()))).isEqualTo("signal.probe_tls");
        assertThat(reason(tls("127.0.0.1", over.pem()))).isEqualTo("signal.probe_tls");
    }

    @Test
    void aCertificateCanBeTrustedWithoutItsAuthority() throws Exception {
        var issued = authority.issue(NOW.plus(Duration.ofDays(90)), "127.0.0.1");
        serve(issued);
        assertThat(tls("127.0.0.1", "Our own:\n" + new Authority("Others").pem() + issued.pem())
                        .reason())
                .isNull();
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (var bad :
                List.of("x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "a".repeat(70_000)))
            assertThatThrownBy(() -> draft(Probe.Kind.TLS, "shop.example", bad).checked())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problems().getFirst().field())
                                    .isEqualTo("trust"));
    }

    private void serve(Authority.Issued issued) throws Exception {
        var made = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(issued.context()));
        made.createContext("/", exchange -> {
            var body = "all is well".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        made.start();
        server = made;
    }

    private int port() {
        return Objects.requireNonNull(server).getAddress().getPort();
    }

    private Result tls(String host, String trust) throws IOException {
        return look(Probe.Kind.TLS, host + ":" + port(), trust);
    }

    private static Result look(Probe.Kind kind, String target, String trust) {
        return Eye.look(draft(kind, target, trust), NOW);
    }

    private static @Nullable String reason(Result result) {
        return result.reason() == null ? null : result.reason().key();
    }

    private static ProbeDraft draft(Probe.Kind kind, String target, String trust) {
        var content = kind == Probe.Kind.HTTP ? "all is well" : "";
        var expected = new Expected("GET", null, content, false, false, List.of(), "A", "", "", trust);
        return new ProbeDraft(
                "x", kind, target, expected, null, 10, 5_000, 1, 1, null, ProbeDraft.WARN_DAYS, true, true);
    }
}
