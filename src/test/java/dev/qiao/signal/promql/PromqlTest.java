package dev.qiao.signal.promql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.hook.Receiver;
import dev.qiao.channel.hook.Receiver.Got;
import dev.qiao.channel.hook.Receiver.Reply;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.source.Pass;
import dev.qiao.signal.watch.Side;
import dev.qiao.signal.watch.Threshold;
import dev.qiao.signal.watch.Watch;
import dev.qiao.signal.watch.WatchDraft;
import dev.qiao.signal.watch.Watches;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server that speaks PromQL is asked, within bounds; what it does not answer is not taken for quiet. */
@QiaoTest
class PromqlTest {
    @Autowired
    Servers servers;

    @Autowired
    Promql promql;

    @Autowired
    Watches watches;

    @Autowired
    Alerts alerts;

    @Autowired
    Services services;

    @Autowired
    Workers workers;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        watches.all(Me.QIAO).stream()
                .filter(watch -> Expression.of(watch.draft().metric()).isPresent())
                .forEach(watch -> watches.delete(watch.id(), Me.QIAO, clock.instant()));
        servers.all(Me.QIAO).forEach(server -> servers.delete(server.id(), Me.QIAO, clock.instant()));
        receiver.close();
    }

    @Test
    void itIsAskedForStepsAtMultiplesOfTheirLengthAndShownWhatItWantsToSee() {
        receiver.judge(got -> matrix(got, () -> 7, "{\"instance\": \"db01\"}"));
        var server = server(new Pass("prom", "geheim"));
        var lines = ask(server, "up");
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().labels()).containsEntry("instance", "db01");
        assertThat(lines.getFirst().points()).hasSize(10).allMatch(point -> point.value() == 7);
        var got = receiver.got().getFirst();
        assertThat(got.path()).isEqualTo("/api/v1/query_range");
        assertThat(got.header("Authorization")).startsWith("Basic ");
        assertThat(form(got)).containsEntry("query", "up").containsEntry("step", "60");
        assertThat(Long.parseLong(requireNonNull(form(got).get("start"))) % 60).isZero();
        servers.update(
                server.id(),
                server.version(),
                new ServerDraft(server.draft().name(), receiver.url("/other"), true),
                Optional.empty(),
                Me.QIAO,
                clock.instant());
        ask(server, "up");
        assertThat(receiver.got().getLast().header("Authorization"))
                .as("another address does not get to see the password")
                .isEmpty();
    }

    @Test
    void whatIsNoNumberIsMissingAndAServiceIsKnownByItsCode() {
        var code = Machine.unique("shop");
        long service = services.create(
                        new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant())
                .id();
        receiver.answer(200, """
                {"status": "success", "data": {"resultType": "matrix", "result": [{"metric": {"__name__": "x", "service": "%s"},
                 "values": [[1764547200, "NaN"], [1764547260, "+Inf"], [1764547320, "-Inf"], [1764547380, "0.5"]]}]}}
                """.formatted(code));
        var line = ask(server(null), "x").getFirst();
        assertThat(line.points()).containsExactly(new Line.Point(Instant.ofEpochSecond(1764547380), 0.5));
        assertThat(line.service()).isEqualTo(service);
        assertThat(line.labels()).doesNotContainKey("__name__");
    }

    @Test
    void whateverItAnswersIsToldInWords() {
        var said = new HashMap<String, Reply>();
        said.put("signal.promql_strange", new Reply(200, "<html>Login</html>"));
        said.put("signal.scrape.status", new Reply(502, "Bad Gateway"));
        said.put(
                "signal.promql_error",
                new Reply(400, "{\"status\": \"error\", \"error\": \"parse error: unexpected\"}"));
        said.put(
                "signal.promql_no_matrix",
                new Reply(200, "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}"));
        said.put("signal.promql_large", new Reply(200, "[" + "0,".repeat(1_500_000) + "0]"));
        said.put("signal.promql_series", new Reply(200, """
                {"status": "success", "data": {"resultType": "matrix", "result": [%s]}}
                """.formatted(
                        "{\"metric\": {}, \"values\": []},".repeat(50) + "{\"metric\": {}, \"values\": []}")));
        said.forEach((key, reply) -> {
            receiver.answer(reply.status(), reply.body());
            assertThatThrownBy(() -> ask(server(null), "up"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problems().getFirst().key())
                                    .isEqualTo(key));
        });
        assertThatThrownBy(() -> ask(closed("http://169.254.169.254"), "up"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo("signal.scrape.bounds"));
    }

    @Test
    void oneThatHangsIsGivenUpAfterFiveSecondsAndThenLeftAloneForAMoment() {
        var server = server(null);
        receiver.pause(30_000);
        assertThatThrownBy(() -> ask(server, "up")).isInstanceOf(Refused.class);
        long began = System.nanoTime();
        assertThatThrownBy(() -> ask(server, "up")).isInstanceOf(Refused.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void aRuleRestsOnAnExpressionAndIsNeitherQuietNorOverWhileNobodyAnswers() {
        var load = new double[] {95};
        receiver.judge(got -> matrix(got, () -> load[0], "{\"instance\": \"db01\"}"));
        var watch = watch(server(null));
        crank();
        assertThat(open(watch)).hasSize(1);
        receiver.answer(503, "");
        clock.advance(Duration.ofMinutes(1));
        crank();
        var watching = requireNonNull(watches.watching(Me.QIAO).get(watch.id()));
        assertThat(watching.unjudgedSince()).isEqualTo(clock.instant());
        assertThat(requireNonNull(watching.why()).key()).isEqualTo("signal.scrape.status");
        assertThat(open(watch)).as("nobody said that it is over").hasSize(1);
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/watches").expect(200).text()).contains("无法判断", "up * 100");
        browser.get("/watches/" + watch.id() + "/edit").expect(200);
        load[0] = 5;
        receiver.judge(got -> matrix(got, () -> load[0], "{\"instance\": \"db01\"}"));
        clock.advance(Duration.ofMinutes(2));
        crank();
        assertThat(open(watch)).isEmpty();
        assertThat(requireNonNull(watches.watching(Me.QIAO).get(watch.id())).unjudgedSince())
                .isNull();
    }

    @Test
    void anAdministratorNamesOneAndAnEngineerSeesItsFiguresByTheirAddress() {
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        browser.get("/promql").expect(200);
        browser.get("/promql/new").expect(200);
        var name = Machine.unique("prom");
        browser.form("/promql", Map.of("name", name, "url", receiver.url("/"), "inside", "true", "secret", "tok-en"))
                .expect(303);
        var server = servers.all(Me.QIAO).getFirst();
        receiver.judge(got -> matrix(got, () -> 7, "{\"instance\": \"db01\"}"));
        assertThat(browser.form("/promql/" + server.id() + "/trials", Map.of())
                        .expect(200)
                        .text())
                .contains("up 有 1 条曲线");
        assertThat(browser.get("/promql/" + server.id() + "/edit").expect(200).text())
                .doesNotContain("tok-en");
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var desk = http.browser();
        desk.signIn(requireNonNull(engineer.login()), Crowd.PASSWORD).expect(303);
        assertThat(desk.get("/charts?server=" + server.id() + "&query=sum(up)%20%3E%200&range=1h")
                        .expect(200)
                        .text())
                .contains("sum(up) &gt; 0", "db01", "<svg");
        receiver.answer(400, "{\"status\": \"error\", \"error\": \"parse error: no\"}");
        assertThat(desk.get("/charts?server=" + server.id() + "&query=sum(")
                        .expect(200)
                        .text())
                .contains("parse error: no");
        desk.get("/promql").expect(403);
        var api = http.as(cast.token(cast.hire("admin")));
        assertThat(api.get("/api/v1/promql-servers/" + server.id()).expect(200).text())
                .contains("\"passed\":true")
                .doesNotContain("tok-en");
        browser.form("DELETE", "/promql/" + server.id(), Map.of()).expect(303);
        browser.form("/promql/" + server.id() + "/restoration", Map.of()).expect(303);
        assertThat(servers.find(server.id(), Me.QIAO).passed()).isFalse();
    }

    private Server server(@Nullable Pass pass) {
        var draft = new ServerDraft(Machine.unique("prom"), receiver.url(""), true);
        return servers.create(draft, pass, Me.QIAO, clock.instant());
    }

    private Server closed(String url) {
        return servers.create(new ServerDraft(Machine.unique("prom"), url, false), null, Me.QIAO, clock.instant());
    }

    private List<Line> ask(Server server, String query) {
        var now = clock.instant();
        return promql.ask(
                new Expression(server.id(), query), now.minus(Duration.ofMinutes(10)), now, Duration.ofMinutes(1));
    }

    private Watch watch(Server server) {
        var expression = new Expression(server.id(), "up * 100").code();
        var draft = new WatchDraft(
                Machine.unique("rule"),
                expression,
                List.of(),
                new Threshold(Side.ABOVE, 90, 80, 5),
                Severity.WARNING,
                null,
                true);
        return watches.create(draft, Me.QIAO, clock.instant());
    }

    private void crank() {
        workers.crank(clock.advance(Duration.ofMinutes(1)));
    }

    private List<Alert> open(Watch watch) {
        var found = new ArrayList<Alert>();
        alerts.list(Alert.State.OPEN, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(alert -> alert.labels()
                        .getOrDefault("rule", "")
                        .equals(watch.draft().name()))
                .forEach(found::add);
        return found;
    }

    /** Answers as a Prometheus does that has one series with this value at all times. */
    private static Reply matrix(Got got, DoubleSupplier value, String labels) {
        var asked = form(got);
        long start = Long.parseLong(requireNonNull(asked.get("start")));
        long end = Long.parseLong(requireNonNull(asked.get("end")));
        long step = Long.parseLong(requireNonNull(asked.get("step")));
        var values = LongStream.iterate(start, at -> at <= end, at -> at + step)
                .mapToObj(at -> "[" + at + ", \"" + value.getAsDouble() + "\"]")
                .collect(Collectors.joining(","));
        return new Reply(200, """
                {"status": "success", "data": {"resultType": "matrix", "result": [{"metric": %s, "values": [%s]}]}}
                """.formatted(labels, values));
    }

    private static Map<String, String> form(Got got) {
        return Arrays.stream(got.body().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }
}
