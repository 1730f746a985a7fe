package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.Http.Answer;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Workers;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Strangers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/** What no sender should send, at every address where machines are listened to, with what exactly is answered and what becomes of it. */
@QiaoTest
class BadInputTest {
    private static final byte[] DEEP = bytes("[".repeat(10_000) + "]".repeat(10_000));
    private static final byte[] NO_TEXT = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};

    /** An address, and how it answers what is no JSON. */
    enum Way {
        ALERTMANAGER(200, true),
        GRAFANA(200, true),
        ZABBIX(200, true),
        CLOUDEVENTS(200, true),
        JSON(200, true),
        /** Its callers are told, and their key stands in what cannot be read, so that nobody knows whose it is. */
        PAGERDUTY(400, false),
        OPSGENIE(422, true),
        OTLP(400, true),
        /** A heart beats whatever it says. */
        HEARTBEAT(200, false),
        /** Logs are worth more with holes than not at all. */
        LOGS(200, false);

        final int unreadable;
        final boolean aside;

        Way(int unreadable, boolean aside) {
            this.unreadable = unreadable;
            this.aside = aside;
        }

        Sender kind() {
            return Sender.valueOf(name());
        }

        Answer send(Http http, String key, byte[] body) {
            var type = this == LOGS ? "text/plain" : "application/json";
            return switch (this) {
                case PAGERDUTY -> http.send("POST", "/v2/enqueue", type, body);
                case OPSGENIE -> http.with("Authorization", "GenieKey " + key).send("POST", "/v2/alerts", type, body);
                case OTLP -> http.send("POST", "/in/" + key + "/v1/logs", type, body);
                case ALERTMANAGER, GRAFANA, ZABBIX, CLOUDEVENTS, JSON, HEARTBEAT, LOGS ->
                    http.send("POST", "/in/" + key, type, body);
            };
        }

        /** Something that it understands. */
        byte[] good(String key) {
            return switch (this) {
                case PAGERDUTY -> bytes("""
                        {"routing_key": "%s", "event_action": "resolve", "dedup_key": "x"}""".formatted(key));
                case OPSGENIE -> bytes("{\"message\": \"x\", \"alias\": \"x\", \"priority\": \"P5\"}");
                case ALERTMANAGER, GRAFANA, ZABBIX, CLOUDEVENTS, JSON, HEARTBEAT, LOGS, OTLP -> bytes("{}");
            };
        }
    }

    @Autowired
    Machine machine;

    @Autowired
    AlertSql alerts;

    @Autowired
    MessageSql messages;

    @Autowired
    Strangers strangers;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Db db;

    @Autowired
    Http http;

    private Source.Issued json;

    @BeforeEach
    void aSenderIsConnected() {
        json = machine.connect(Sender.JSON);
    }

    @ParameterizedTest
    @EnumSource
    void moreThanAMegabyteIsRefused(Way way) {
        var source = machine.connect(way.kind());
        way.send(http, source.key(), new byte[Message.LARGEST + 1]).expect(413);
        workers.crank(clock.instant());
        assertThat(messages.newest(source.source().id(), 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNestedTooDeepIsAnsweredAndKeptAside(Way way) {
        unreadable(way, DEEP, "signal.not_json");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTextIsAnsweredAndKeptAside(Way way) {
        unreadable(way, NO_TEXT, "signal.not_utf8");
    }

    @ParameterizedTest
    @EnumSource
    void aNulIsAnsweredAndKeptAside(Way way) {
        unreadable(way, bytes("{\"a\": \"\0\"}"), "signal.not_json");
    }

    private void unreadable(Way way, byte[] body, String problem) {
        var source = machine.connect(way.kind());
        way.send(http, source.key(), body).expect(way.unreadable);
        workers.crank(clock.instant());
        var aside = messages.aside(source.source().id(), 10);
        if (!way.aside) assertThat(aside).isEmpty();
        else
            assertThat(aside)
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.problem().key()).isEqualTo(problem));
        way.send(http, source.key(), way.good(source.key()))
                .expect(way == Way.PAGERDUTY || way == Way.OPSGENIE ? 202 : 200);
        workers.crank(clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatNobodyHasIsTurnedAwayAndCounted(Way way) {
        long before = strangers.calls();
        way.send(http, "nobody", way.good("nobody")).expect(401);
        assertThat(strangers.calls()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGERDUTY", "OPSGENIE", "OTLP"})
    void aKeyOfAnotherKindOpensNothingHere(Way way) {
        long before = strangers.calls();
        way.send(http, json.key(), way.good(json.key())).expect(401);
        assertThat(strangers.calls()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEARTBEAT")
    void aSourceThatFloodsIsHeldUpAndNoOtherIs(Way way) throws InterruptedException {
        var source = machine.connect(way.kind());
        flood(source.source().id());
        try {
            var full = way == Way.PAGERDUTY || way == Way.OPSGENIE ? 429 : 503;
            // How many wait is remembered for a second.
            Thread.sleep(1_100);
            var answer = way.send(http, source.key(), way.good(source.key())).expect(full);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            machine.hand(json, way.good("")).expect(200);
        } finally {
            db.sql("delete from signal.message where source_id = :source")
                    .bind("source", source.source().id())
                    .update();
        }
        workers.crank(clock.instant());
    }

    private void flood(long source) {
        db.sql("""
                insert into signal.message (arrival, source_id, received_at, body)
                select gen_random_uuid(), :source, :now, ''::bytea from generate_series(1, 20000)
                """).bind("source", source).bind("now", clock.instant()).update();
    }

    @Test
    void tenThousandLabelsAreAnAlertWithSomeOfThem() {
        var labels = IntStream.range(0, 10_000)
                .mapToObj(n -> "\"label%d\": \"%d\"".formatted(n, n))
                .collect(Collectors.joining(","));
        machine.say(json, alert("{" + labels + "}")).expect(200);
        assertThat(only().labels()).hasSize(100);
    }

    @Test
    void whatIsNoCharacterIsReplaced() {
        machine.say(json, """
                        {"id": "a\\u0000b", "title": "disk \\u0000 \\ud800 full \\u001b[31m", "labels": {"\\u0000": "\\udfff"}}""").expect(200);
        assertThat(only().title()).isEqualTo("disk \uFFFD \uFFFD full \uFFFD[31m");
        assertThat(only().labels()).containsEntry("\uFFFD", "\uFFFD");
    }

    @Test
    void whatIsEndlesslyLongIsCut() {
        machine.say(json, """
                        {"id": "%s", "title": "%s"}""".formatted("k".repeat(5_000), "字".repeat(5_000))).expect(200);
        assertThat(only().title()).hasSize(500);
        assertThat(only().key()).hasSize(500);
    }

    @Test
    void aReplayIsCountedAndOpensNothing() {
        for (int n = 0; n < 5; n++) machine.say(json, alert("{}")).expect(200);
        assertThat(only().count()).isEqualTo(5);
    }

    @Test
    void timesThatCannotBeAreNotBelieved() {
        var prometheus = machine.connect(Sender.ALERTMANAGER);
        var now = clock.instant();
        var absurd = List.of(
                now.plus(Duration.ofDays(36_500)),
                now.plusSeconds(90),
                now.minus(Duration.ofDays(36_500)),
                Instant.EPOCH,
                Instant.parse("9999-12-31T23:59:59Z"));
        for (var began : absurd) {
            var host = Machine.unique("host");
            machine.say(
                            prometheus,
                            Machine.alertmanager("firing", host, Map.of("instance", host, "severity", "info"), began))
                    .expect(200);
            var alert = alerts.newest(500).stream()
                    .filter(each -> host.equals(each.labels().get("instance")))
                    .findFirst()
                    .orElseThrow();
            assertThat(alert.beganAt()).as(began.toString()).isEqualTo(now);
            assertThat(alert.open()).isTrue();
        }
        machine.say(
                        prometheus,
                        Machine.alertmanager("firing", "g", Map.of(), now)
                                .replace(now.toString(), "+292278994-08-17T07:12:55Z"))
                .expect(200);
        assertThat(messages.aside(prometheus.source().id(), 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.problem().key()).isEqualTo("signal.not_a_moment"));
    }

    private static String alert(String labels) {
        return """
                {"id": "disk", "title": "磁盘满", "severity": "info", "status": "firing", "labels": %s}""".formatted(labels);
    }

    private Alert only() {
        return alerts.newest(500).stream()
                .filter(alert -> alert.source() == json.source().id())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
