package dev.qiao.signal.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Probes as people make them, try them before they are saved, and see how they stand. */
@QiaoTest
class ProbePagesTest {
    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    Probes probes;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void anAdministratorMakesTriesAndTakesAwayAProbe() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "all is well".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var browser = http.browser();
            var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
            browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
            for (var kind : Probe.Kind.values())
                browser.get("/probes/new?kind=" + kind.code()).expect(200);
            var name = Machine.unique("探测");
            var fields = new HashMap<String, String>(Map.of("name", name, "kind", "http", "active", "true"));
            fields.put("target", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            fields.put("content", "all is well");
            assertThat(browser.form("/probes/trial", fields).expect(200).text()).contains("服务台自己不访问这个地址");
            fields.put("inside", "true");
            assertThat(browser.form("/probes/trial", fields).expect(200).text()).contains("正常", "毫秒");
            fields.put("content", "all is lost");
            assertThat(browser.form("/probes/trial", fields).expect(200).text()).contains("回应里没有该有的内容");
            browser.form("/probes", fields).expect(303);
            var probe = probes.after(0, 1_000, Me.QIAO).stream()
                    .filter(each -> each.draft().name().equals(name))
                    .findFirst()
                    .orElseThrow();
            for (int n = 0; n < 3; n++) workers.crank(clock.advance(Duration.ofSeconds(70)));
            assertThat(browser.get("/probes").expect(200).text()).contains(name, "不通", "回应里没有该有的内容");
            assertThat(browser.get("/probes/" + probe.id()).expect(200).text()).contains("不通", "最近的探测");
            fields.put("content", "all is well");
            fields.put("warnDays", "30, bald");
            browser.form("/probes/" + probe.id(), fields).expect(422);
            fields.put("warnDays", "30, 7");
            browser.form("/probes/" + probe.id(), fields).expect(303);
            assertThat(probes.find(probe.id(), Me.QIAO).draft().warnDays()).containsExactly(30, 7);
            browser.get("/probes/" + probe.id() + "/edit").expect(200);
            browser.form("DELETE", "/probes/" + probe.id(), Map.of()).expect(303);
            browser.get("/probes/" + probe.id()).expect(404);
            browser.form("/probes/" + probe.id() + "/restoration", Map.of()).expect(303);
            browser.get("/probes/" + probe.id()).expect(200);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEngineerSeesThemAndChangesNothing() {
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(engineer.login()), Crowd.PASSWORD).expect(303);
        browser.get("/probes").expect(200);
        browser.get("/probes/new").expect(403);
    }
}
