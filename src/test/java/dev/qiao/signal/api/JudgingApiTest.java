package dev.qiao.signal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.silence.Silences;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Programs say how alerts are judged: by rules, silences and the words for severity. */
@QiaoTest
class JudgingApiTest {
    @Autowired
    Http http;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    AlertRules rules;

    @Autowired
    Silences silences;

    @Autowired
    Grades grades;

    @Autowired
    Services services;

    @Autowired
    Workers workers;

    Http admin;
    Http engineer;

    @BeforeEach
    void twoPrograms() {
        admin = http.as(cast.token(cast.hire("admin")));
        engineer = http.as(cast.token(cast.hire("engineer")));
    }

    @AfterEach
    void nothingIsLeft() {
        var now = clock.instant();
        rules.all().forEach(rule -> rules.delete(rule.id(), Me.QIAO, now));
        silences.ahead(Me.QIAO, now).forEach(silence -> silences.end(silence.id(), Me.QIAO, now));
        workers.crank(now);
    }

    @Test
    void rulesAreMadeMovedChangedAndTakenAway() {
        var service = services.create(
                new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), Me.QIAO, clock.instant());
        var first = rule(Map.of("name", "一", "matchers", List.of("env!=test"), "opens", "nothing"));
        var second = rule(Map.of("name", "二", "severity", "major", "service", service.code(), "opens", "warning"));
        assertThat(second.get("place").asInt()).isEqualTo(first.get("place").asInt() + 1);
        assertThat(second.get("service").get("code").asString()).isEqualTo(service.code());
        var path = "/api/v1/alert-rules/" + second.get("id").asLong();
        admin.put(path + "/place", Map.of("place", 1)).expect(204);
        admin.put(path + "/place", Map.of("place", 0)).expect(422);
        assertThat(names("/api/v1/alert-rules?limit=1")).containsExactly("二");
        var next = admin.get("/api/v1/alert-rules?limit=1")
                .expect(200)
                .json()
                .get("next")
                .asString();
        assertThat(names("/api/v1/alert-rules?limit=1&cursor=" + next)).containsExactly("一");

        var changed = admin.put(path, Map.of("name", "三", "opens", "incident", "active", false))
                .expect(200)
                .json();
        assertThat(changed.get("opens").asString()).isEqualTo("incident");
        assertThat(changed.get("place").asInt()).isEqualTo(1);
        assertThat(changed.get("active").asBoolean()).isFalse();
        assertThat(changed.path("severity").isNull() || changed.path("severity").isMissingNode())
                .isTrue();
        admin.put(path, Map.of("name", "四", "opens", "incident", "version", 1)).expect(412);
        admin.post("/api/v1/alert-rules", Map.of("name", "五")).expect(422);
        var wrong = admin.post("/api/v1/alert-rules", Map.of("name", "五", "opens", "nix", "service", "nix"))
                .expect(422)
                .text();
        assertThat(wrong).contains("\"opens\"", "\"service\"");
        admin.delete(path).expect(204);
        admin.get(path).expect(404);
        engineer.get("/api/v1/alert-rules").expect(403);
    }

    @Test
    void engineersSilenceChangeAndEndAndMaintenanceIsForWhoConfigures() {
        var now = clock.instant();
        var until = now.plusSeconds(3600).toString();
        var given = Map.of("matchers", List.of("instance=" + Machine.unique("h")), "endsAt", until, "reason", "换硬盘");
        var made = engineer.post("/api/v1/silences", given).expect(201).json();
        var path = "/api/v1/silences/" + made.get("id").asLong();
        assertThat(made.get("state").asString()).isEqualTo("active");
        assertThat(made.get("by").get("code").asString()).isNotEmpty();
        var later = now.plusSeconds(7200).toString();
        var longer = engineer.put(path, Map.of("endsAt", later, "reason", "等备件", "version", 1))
                .expect(200)
                .json();
        assertThat(longer.get("endsAt").asString()).isEqualTo(later);
        assertThat(longer.get("matchers")).isEqualTo(made.get("matchers"));
        engineer.put(path, Map.of("endsAt", later, "reason", "等备件", "version", 1))
                .expect(412);
        engineer.put(path, Map.of("endsAt", later, "reason", "等备件", "matchers", List.of("a=b")))
                .expect(422);
        assertThat(ids("/api/v1/silences")).contains(made.get("id").asLong());
        engineer.delete(path).expect(204);
        engineer.delete(path).expect(409);
        assertThat(ids("/api/v1/silences")).doesNotContain(made.get("id").asLong());
        assertThat(ids("/api/v1/silences?over=true")).contains(made.get("id").asLong());
        assertThat(engineer.get(path).expect(200).json().get("state").asString())
                .isEqualTo("past");

        var service = services.create(
                new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), Me.QIAO, clock.instant());
        var maintenance = Map.of("kind", "maintenance", "service", service.code(), "endsAt", until, "reason", "升级数据库");
        engineer.post("/api/v1/silences", maintenance).expect(403);
        admin.post("/api/v1/silences", maintenance).expect(201);
    }

    @Test
    void wordsGetAMeaningAndLoseIt() {
        var word = "极坏/" + crowd.word("w");
        admin.put("/api/v1/grades", Map.of("word", word, "severity", "critical"))
                .expect(200);
        assertThat(grades.of(word)).isEqualTo(Severity.CRITICAL);
        var query = "?word=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        assertThat(admin.get("/api/v1/grades" + query)
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("severity")
                        .asString())
                .isEqualTo("critical");
        admin.put("/api/v1/grades", Map.of("word", word, "severity", "unknown")).expect(422);
        admin.delete("/api/v1/grades" + query).expect(204);
        assertThat(grades.of(word)).isEqualTo(Severity.UNKNOWN);
        admin.delete("/api/v1/grades" + query).expect(404);
        engineer.get("/api/v1/grades").expect(403);
    }

    private JsonNode rule(Map<String, Object> given) {
        return admin.post("/api/v1/alert-rules", given).expect(201).json();
    }

    private List<String> names(String path) {
        return items(path).stream().map(item -> item.get("name").asString()).toList();
    }

    private List<Long> ids(String path) {
        return items(path).stream().map(item -> item.get("id").asLong()).toList();
    }

    private List<JsonNode> items(String path) {
        var items = admin.get(path).expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
