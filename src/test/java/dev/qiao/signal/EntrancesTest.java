package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Seal;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in, with what real senders send there, to the alert that comes of it. */
@QiaoTest
class EntrancesTest {
    @Autowired
    Machine machine;

    @Autowired
    AlertSql alerts;

    @Autowired
    IncidentSql incidents;

    @Autowired
    Deployments deployments;

    @Autowired
    MessageSql messages;

    @Autowired
    Sources sources;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void threeReceiversOfOneAlertmanagerMakeOneIncident() {
        var webhook = machine.connect(Sender.ALERTMANAGER);
        var pager = machine.connect(Sender.PAGERDUTY);
        var genie = machine.connect(Sender.OPSGENIE);
        var group = Machine.unique("cluster");
        machine.say(webhook, Machine.fixture("alertmanager-firing.json").replace("cluster=\\\"prod\\\"", group));
        var hash = hash("{}:{alertname=\"DiskFull\", " + group + "}");
        enqueue(pager, Machine.fixture("pagerduty-trigger.json"), hash).expect(202);
        genie(genie, "/v2/alerts", Machine.fixture("opsgenie-create.json").replace(OLD, hash))
                .expect(202);
        var told = List.of(webhook, pager, genie).stream().map(this::newest).toList();
        assertThat(told).extracting(Alert::group).containsOnly(hash);
        assertThat(told.stream().map(Alert::incident).distinct()).hasSize(1).doesNotContainNull();
        machine.say(webhook, Machine.fixture("alertmanager-resolved.json").replace("cluster=\\\"prod\\\"", group));
        enqueue(pager, Machine.fixture("pagerduty-resolve.json"), hash).expect(202);
        genie(genie, "/v2/alerts/" + hash + "/close?identifierType=alias", Machine.fixture("opsgenie-close.json"))
                .expect(202);
        var incident = incidents
                .of(List.of(Objects.requireNonNull(told.getFirst().incident())))
                .getFirst();
        assertThat(incident.open()).isZero();
        assertThat(incident.restoredAt()).isNotNull();
    }

    @Test
    void pagerDutyIsAnsweredAsItsClientsKnow() {
        var pager = machine.connect(Sender.PAGERDUTY);
        var made = http.post(
                        "/v2/enqueue",
                        Map.of(
                                "routing_key", pager.key(),
                                "event_action", "trigger",
                                "payload", Map.of("summary", "磁盘满", "source", "db01", "severity", "critical")))
                .expect(202)
                .json();
        assertThat(made.get("status").stringValue()).isEqualTo("success");
        var key = made.get("dedup_key").stringValue();
        workers.crank(clock.instant());
        assertThat(newest(pager).key()).isEqualTo(key);
        http.post("/v2/enqueue", Map.of("routing_key", pager.key(), "event_action", "acknowledge", "dedup_key", key))
                .expect(202);
        workers.crank(clock.instant());
        assertThat(newest(pager).state()).isEqualTo(Alert.State.ACKNOWLEDGED);
        var wrong = http.post("/v2/enqueue", Map.of("routing_key", pager.key(), "event_action", "trigger"))
                .expect(400)
                .json();
        assertThat(wrong.get("status").stringValue()).isEqualTo("invalid event");
        assertThat(wrong.get("errors").size()).isEqualTo(3);
        http.post("/v2/enqueue", "not json").expect(400);
        http.post("/v2/enqueue", Map.of("routing_key", "nobody's", "event_action", "trigger"))
                .expect(401);
    }

    @Test
    void aKeyThatStandsInAMessageIsNotKeptWithIt() {
        var pager = machine.connect(Sender.PAGERDUTY);
        http.post("/v2/enqueue", Map.of("routing_key", pager.key(), "event_action", "trigger"))
                .expect(400);
        workers.crank(clock.instant());
        var kept = messages.aside(pager.source().id(), 10).getFirst();
        var body = new String(messages.find(kept.id()).orElseThrow().body(), StandardCharsets.UTF_8);
        assertThat(body).contains("routing_key", "trigger").doesNotContain(pager.key());
    }

    @Test
    void whatWasDeployedIsKnown() {
        var pager = machine.connect(Sender.PAGERDUTY);
        http.post(
                        "/v2/change/enqueue",
                        Map.of(
                                "routing_key", pager.key(),
                                "payload",
                                        Map.of(
                                                "summary",
                                                "发布 2.4.1",
                                                "source",
                                                "ci",
                                                "timestamp",
                                                clock.instant().toString())))
                .expect(202);
        workers.crank(clock.instant());
        assertThat(deployments.list(null, null, 10, Me.QIAO, clock.instant()))
                .anyMatch(done -> done.title().equals("发布 2.4.1")
                        && done.source() == pager.source().id());
    }

    @Test
    void opsgenieCanBeAskedWhatBecameOfARequest() {
        var genie = machine.connect(Sender.OPSGENIE);
        var made = genie(genie, "/v2/alerts", "{\"message\": \"磁盘满\", \"alias\": \"a1\", \"priority\": \"P1\"}")
                .expect(202);
        var request = made.json().get("requestId").stringValue();
        var header = http.with("Authorization", "GenieKey " + genie.key());
        assertThat(header.get("/v2/alerts/requests/" + request)
                        .expect(200)
                        .json()
                        .at("/data/success")
                        .asBoolean())
                .isTrue();
        genie(genie, "/v2/alerts/a1/notes?identifierType=alias", "{\"note\": \"已通知机房\"}")
                .expect(202);
        genie(genie, "/v2/alerts/a1/acknowledge?identifierType=alias", "{}").expect(202);
        assertThat(newest(genie).text()).contains("已通知机房");
        assertThat(newest(genie).state()).isEqualTo(Alert.State.ACKNOWLEDGED);
        assertThat(newest(genie).severity()).isEqualTo(Severity.CRITICAL);
        genie(genie, "/v2/alerts", "{\"alias\": \"a2\"}").expect(422);
        http.with("Authorization", "GenieKey nobody").post("/v2/alerts", "{}").expect(401);
    }

    @Test
    void grafanaOfTodayAndOfYesterdayAreUnderstood() {
        var grafana = machine.connect(Sender.GRAFANA);
        machine.say(grafana, Machine.fixture("grafana-6.json"));
        assertThat(newest(grafana).severity()).isEqualTo(Severity.WARNING);
        assertThat(newest(grafana).title()).contains("Battery Voltage");
        machine.say(grafana, Machine.fixture("grafana-6.json").replace("\"alerting\"", "\"ok\""));
        assertThat(newest(grafana).state()).isEqualTo(Alert.State.RESOLVED);
        machine.say(
                grafana,
                Machine.alertmanager(
                        "firing",
                        Machine.unique("g"),
                        Map.of("severity", "critical", "alertname", "A"),
                        clock.instant()));
        assertThat(newest(grafana).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aSourceThatSignsIsHeardWhenItSigned() {
        var grafana = machine.connect(Sender.GRAFANA);
        sources.sign(grafana.source().id(), "a secret", Me.QIAO, clock.instant());
        var body = Machine.fixture("grafana-6.json").getBytes(StandardCharsets.UTF_8);
        machine.hand(grafana, body).expect(401);
        http.with("X-Grafana-Alerting-Signature", Machine.signature("a secret", body))
                .send("POST", "/in/" + grafana.key(), "application/json", body)
                .expect(200);
        http.with("X-Grafana-Alerting-Signature", Machine.signature("another", body))
                .send("POST", "/in/" + grafana.key(), "application/json", body)
                .expect(401);
        workers.crank(clock.instant());
    }

    @Test
    void zabbixTellsOfAProblemAndOfItsEnd() {
        var zabbix = machine.connect(Sender.ZABBIX);
        var problem = """
                {"event": "4711", "status": "%s", "name": "Disk is full", "severity": "Disaster", "host": "db01",
                 "began": "%d", "ended": "%s", "tags": {"scope": "capacity"}}
                """;
        long began = clock.instant().getEpochSecond() - 60;
        machine.say(zabbix, problem.formatted("problem", began, ""));
        assertThat(newest(zabbix).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(newest(zabbix).beganAt().getEpochSecond()).isEqualTo(began);
        machine.say(zabbix, problem.formatted("resolved", began, began + 30));
        assertThat(Objects.requireNonNull(newest(zabbix).endedAt()).getEpochSecond())
                .isEqualTo(began + 30);
    }

    @Test
    void cloudEventsComeInThreeWays() {
        var events = machine.connect(Sender.CLOUDEVENTS);
        var data = "{\"severity\": \"critical\", \"title\": \"磁盘满\"}";
        http.with("ce-specversion", "1.0")
                .with("ce-type", "com.example.disk.full")
                .with("ce-source", "/db01")
                .with("ce-id", "1")
                .send("POST", "/in/" + events.key(), "application/json", data.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        workers.crank(clock.instant());
        assertThat(newest(events).title()).isEqualTo("磁盘满");
        var whole = """
                {"specversion": "1.0", "type": "com.example.disk.%s", "source": "/db01", "id": "2", "data": %s}
                """;
        machine.say(events, "[" + whole.formatted("resolved", data) + "]");
        assertThat(newest(events).state()).isEqualTo(Alert.State.RESOLVED);
        machine.say(events, whole.formatted("full", data));
        assertThat(newest(events).open()).isTrue();
    }

    @Test
    void anyJsonIsReadByItsMapping() {
        var any = machine.connect(Sender.JSON);
        machine.say(
                any,
                "{\"id\": \"disk\", \"title\": \"磁盘满\", \"severity\": \"page\", \"status\": \"firing\", \"labels\": {\"a\": 1}}");
        assertThat(newest(any).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(newest(any).labels()).containsEntry("a", "1");
        machine.say(any, "[{\"id\": \"disk\", \"title\": \"磁盘满\", \"status\": \"OK\"}]");
        assertThat(newest(any).state()).isEqualTo(Alert.State.RESOLVED);
        machine.say(any, "{\"name\": \"another shape\"}");
        assertThat(messages.aside(any.source().id(), 10)).hasSize(1);
    }

    @Test
    void aHeartbeatThatStaysAwayIsAnAlertUntilItComes() {
        var beat = machine.connect(Sender.HEARTBEAT);
        http.get("/in/" + beat.key()).expect(200);
        workers.crank(clock.advance(Duration.ofMinutes(5)));
        assertThat(alerts.newest(50))
                .noneMatch(alert -> alert.source() == beat.source().id());
        workers.crank(clock.advance(Duration.ofMinutes(2)));
        assertThat(newest(beat).open()).isTrue();
        assertThat(newest(beat).title()).contains(beat.source().name());
        assertThat(newest(beat).incident()).isNotNull();
        http.send("HEAD", "/in/" + beat.key(), null, null).expect(200);
        workers.crank(clock.instant());
        assertThat(newest(beat).state()).isEqualTo(Alert.State.RESOLVED);
    }

    private static final String OLD = "cdf897c17ef0732116114b564b64e653862d4d8f9307c2fa76dac76cb9f023f8";

    private Http.Answer enqueue(Source.Issued pager, String event, String hash) {
        var answer = http.post(
                "/v2/enqueue",
                event.replace("\"dummy\"", "\"" + pager.key() + "\"").replace(OLD, hash));
        workers.crank(clock.instant());
        return answer;
    }

    private Http.Answer genie(Source.Issued genie, String path, String body) {
        var answer = http.with("Authorization", "GenieKey " + genie.key()).post(path, body);
        workers.crank(clock.instant());
        return answer;
    }

    private Alert newest(Source.Issued source) {
        return alerts.newest(500).stream()
                .filter(alert -> alert.source() == source.source().id())
                .findFirst()
                .orElseThrow();
    }

    private static String hash(String text) {
        return Seal.hash(text);
    }
}
