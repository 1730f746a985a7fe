package dev.qiao.signal.scrape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Pass;
import dev.qiao.signal.source.Passes;
import dev.qiao.signal.source.Scrape;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Exporters that do not let everybody: what the desk shows them is kept in the safe. */
@QiaoTest
class PassTest {
    @Autowired
    Sources sources;

    @Autowired
    Passes passes;

    @Autowired
    Scrapes scrapes;

    @Autowired
    ScrapeSql sql;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    private final List<String> shown = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void somethingIsThere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var body = "x 1\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void nothingIsThere() {
        server.stop(0);
    }

    @Test
    void anAdministratorGivesATokenOrAPasswordThatNobodySeesAgain() {
        var browser = http.browser();
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        var source = source();
        var path = "/sources/" + source.id();
        assertThat(browser.get(path).expect(200).text()).contains("不带登录去问");
        asked(source);
        browser.form(path + "/pass", Map.of("secret", "tok-123")).expect(303);
        asked(source);
        assertThat(browser.get(path).expect(200).text()).contains("谁也看不到").doesNotContain("tok-123");
        browser.form(path + "/pass", Map.of("user", "qiao", "secret", "密码 1")).expect(303);
        asked(source);
        browser.form(path + "/pass", Map.of("user", "a:b", "secret", "x")).expect(422);
        browser.form(path + "/pass", Map.of("user", "qiao")).expect(422);
        browser.form(path + "/pass", Map.of()).expect(303);
        asked(source);
        assertThat(shown).containsExactly("null", "Bearer tok-123", "Basic cWlhbzrlr4bnoIEgMQ==", "null");
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var other = http.browser();
        other.signIn(requireNonNull(engineer.login()), Crowd.PASSWORD).expect(303);
        other.get(path).expect(403);
    }

    @Test
    void whatIsStoredIsSealedAndBelongsToItsSourceAlone() {
        var source = source();
        passes.give(source.id(), new Pass("", "tok-456"), Me.QIAO, clock.instant());
        var stored = db.sql("select sealed from signal.source where id = :id")
                .bind("id", source.id())
                .one(row -> row.text("sealed"));
        assertThat(stored).doesNotContain("tok-456");
        var other = source();
        db.sql("update signal.source set sealed = :sealed where id = :id")
                .bind("id", other.id())
                .bind("sealed", stored)
                .updateOne();
        var robbed = sources.find(other.id(), Me.QIAO);
        assertThatThrownBy(() -> passes.of(robbed)).isInstanceOf(IllegalStateException.class);
        scrapes.make(robbed, clock.instant());
        assertThat(scrapes.last(robbed).orElseThrow().problem()).isEqualTo("signal.scrape.pass_lost");
        passes.give(other.id(), null, Me.QIAO, clock.instant());
        assertThat(new Pass("qiao", "x").toString()).doesNotContain("x");
    }

    @Test
    void noHeaderIsSmuggledInAndOnlyExportersAreSignedInTo() {
        var source = source();
        for (var bad : List.of("a\r\nX-Evil: 1", "a b", "", "x".repeat(5_000)))
            assertThatThrownBy(() -> passes.give(source.id(), new Pass("", bad), Me.QIAO, clock.instant()))
                    .isInstanceOf(Refused.class);
        var webhook = sources.create(SourceDraft.usual(Machine.unique("hook"), Sender.JSON), Me.QIAO, clock.instant())
                .source();
        assertThatThrownBy(() -> passes.give(webhook.id(), new Pass("", "x"), Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    private void asked(Source source) {
        scrapes.make(sources.find(source.id()).orElseThrow(), clock.instant());
        assertThat(scrapes.last(source).orElseThrow().problem()).isNull();
    }

    private Source source() {
        var url = "http://localhost:" + server.getAddress().getPort() + "/metrics";
        var setup = new Setup(0, 0, null, null, null, null, new Scrape(url, 60, 2, true));
        var draft = new SourceDraft(Machine.unique("guarded"), Sender.PROMETHEUS, null, setup, true);
        var source = sources.create(draft, Me.QIAO, clock.instant()).source();
        sql.take(List.of(source), clock.instant());
        return source;
    }
}
