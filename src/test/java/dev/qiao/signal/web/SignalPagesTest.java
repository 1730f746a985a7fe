package dev.qiao.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.people.Token;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sources and alerts as people see them, on pages and over the API. */
class SignalPagesTest extends SignalDesk {
    private static final Pattern KEY = Pattern.compile("/in/(qs_[A-Za-z0-9_-]{43})");

    @Test
    void aKeyIsShownOnceAndOpensTheDoorUntilThereIsAnother() {
        var name = Machine.unique("Prometheus");
        var issued = browser.form("/sources", Map.of("name", name, "kind", "alertmanager", "active", "true"))
                .expect(200);
        var key = KEY.matcher(issued.text());
        assertThat(key.find()).isTrue();
        var id = path(issued.text());
        assertThat(browser.get(id).expect(200).text()).contains(name).doesNotContain(key.group(1));
        http.post("/in/" + key.group(1), "{}").expect(200);
        browser.form(id + "/key", Map.of()).expect(200);
        http.post("/in/" + key.group(1), "{}").expect(401);
        browser.form("/sources", Map.of("name", name, "kind", "alertmanager", "active", "true"))
                .expect(422);
        workers.crank(clock.instant());
    }

    @Test
    void aSourceThatIsNoLongerListenedToIsTurnedAway() {
        var source = machine.connect(Sender.JSON);
        var path = "/sources/" + source.source().id();
        browser.get(path + "/edit").expect(200);
        browser.form(path, Map.of("name", source.source().name(), "seen", "1")).expect(303);
        http.post("/in/" + source.key(), "{}").expect(401);
    }

    @Test
    void whatNobodyCouldReadIsMendedByAMappingAndReadAgain() {
        var source = machine.connect(Sender.JSON);
        machine.say(source, "{\"what\": \"磁盘满\", \"which\": \"db01\", \"how\": \"critical\"}");
        var path = "/sources/" + source.source().id();
        var message = message(browser.get(path).expect(200).text());
        assertThat(browser.get(message).expect(200).text()).contains("db01", "/id");
        browser.get(path + "/edit").expect(200);
        browser.form(
                        path,
                        Map.of(
                                "name", source.source().name(),
                                "active", "true",
                                "seen", "1",
                                "mapping[key]", "/which",
                                "mapping[title]", "/what",
                                "mapping[severity]", "/how"))
                .expect(303);
        browser.form(message + "/replay", Map.of()).expect(303);
        workers.crank(clock.instant());
        assertThat(browser.get("/alerts").expect(200).text()).contains("磁盘满");
        browser.form(message + "/replay", Map.of()).expect(409);
    }

    @Test
    void aMessageCanBeGivenUp() {
        var source = machine.connect(Sender.JSON);
        machine.say(source, "not json");
        var message = message(
                browser.get("/sources/" + source.source().id()).expect(200).text());
        browser.form("DELETE", message, Map.of()).expect(303);
        assertThat(browser.get(message).expect(200).text()).doesNotContain("/replay");
    }

    @Test
    void programsListAlertsAndSayThatSomebodyKnows() {
        var source = machine.connect(Sender.JSON);
        machine.say(source, "{\"id\": \"a\", \"title\": \"磁盘满\", \"severity\": \"warning\"}");
        var engineer = http.as(
                crowd.token(crowd.person(clock.instant(), "engineer").id(), Token.Scope.WRITE, clock.instant()));
        var alert = of(
                engineer.get("/api/v1/alerts?limit=200").expect(200).json(),
                source.source().name());
        assertThat(alert.get("severity").stringValue()).isEqualTo("warning");
        var path = "/api/v1/alerts/" + alert.get("id").asLong();
        engineer.post(path + "/acknowledgement").expect(204);
        engineer.post(path + "/acknowledgement").expect(204);
        assertThat(engineer.get(path).expect(200).json().get("state").stringValue())
                .isEqualTo("acknowledged");
        engineer.post(path + "/recovery").expect(204);
        engineer.post(path + "/recovery").expect(409);
        var user = http.as(
                crowd.token(crowd.person(clock.instant(), "requester").id(), Token.Scope.WRITE, clock.instant()));
        user.get(path).expect(403);
        user.get("/api/v1/sources").expect(403);
    }

    @Test
    void programsConnectSources() {
        var token = http.as(crowd.token(admin.id(), Token.Scope.WRITE, clock.instant()));
        var name = Machine.unique("PagerDuty");
        var made = token.post("/api/v1/sources", Map.of("name", name, "kind", "pagerduty"))
                .expect(201)
                .json();
        assertThat(made.get("url").stringValue()).endsWith("/v2/enqueue");
        http.post(
                        "/v2/enqueue",
                        Map.of(
                                "routing_key", made.get("key").stringValue(),
                                "event_action", "trigger",
                                "payload", Map.of("summary", "x", "source", "y", "severity", "info")))
                .expect(202);
        workers.crank(clock.instant());
        assertThat(token.get("/api/v1/sources/" + made.get("id").asLong())
                        .expect(200)
                        .json()
                        .get("key")
                        .isNull())
                .isTrue();
        token.post("/api/v1/sources", Map.of("name", name, "kind", "telegram")).expect(422);
    }

    private static JsonNode of(JsonNode list, String source) {
        return list.get("items")
                .valueStream()
                .filter(alert -> alert.get("source").stringValue().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static String message(String page) {
        var found = Pattern.compile("/messages/\\d+").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String path(String page) {
        var found = Pattern.compile("/sources/\\d+").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
