package dev.qiao.signal.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules by which figures are watched, as people and programs make, try and take them away. */
@QiaoTest
class WatchPagesTest {
    @Autowired
    Http http;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Watches watches;

    @Test
    void peopleMakeTryChangeAndTakeAwayRulesAndBringThemBack() {
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        for (var kind : Sign.Kind.values())
            browser.get("/watches/new?kind=" + kind.code()).expect(200);
        var name = Machine.unique("规则");
        var fields = new HashMap<String, String>(Map.of("name", name, "metric", "no_such", "kind", "threshold"));
        fields.putAll(Map.of("side", "above", "limit", "90", "minutes", "5", "severity", "warning", "active", "true"));
        assertThat(browser.form("/watches/trial", fields).expect(200).text()).contains("没有符合的曲线");
        browser.form("/watches", fields).expect(303);
        var watch = watches.all(Me.QIAO).stream()
                .filter(each -> each.draft().name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(browser.get("/watches").expect(200).text()).contains(name, "高于 90 持续 5 分钟");
        browser.get("/watches/" + watch.id() + "/edit").expect(200);
        fields.put("limit", "neunzig");
        browser.form("/watches/" + watch.id(), fields).expect(422);
        browser.form("DELETE", "/watches/" + watch.id(), Map.of()).expect(303);
        assertThat(watches.all(Me.QIAO)).noneMatch(each -> each.id() == watch.id());
        browser.form("/watches/" + watch.id() + "/restoration", Map.of()).expect(303);
        assertThat(watches.find(watch.id(), Me.QIAO).draft()).isEqualTo(watch.draft());
    }

    @Test
    void programsMakeChangeAndTakeAwayRulesOfEveryKind() {
        var api = http.as(cast.token(cast.hire("admin")));
        var name = Machine.unique("rule");
        var made = api.post(
                        "/api/v1/watches",
                        Map.of(
                                "name",
                                name,
                                "metric",
                                "node_load1",
                                "kind",
                                "trend",
                                "side",
                                "above",
                                "limit",
                                95,
                                "hours",
                                24,
                                "back",
                                6))
                .expect(201);
        long id = made.json().get("id").asLong();
        assertThat(made.json().get("kind").asString()).isEqualTo("trend");
        var changed = Map.of("name", name, "metric", "node_load1", "kind", "season", "times", 6, "least", 1);
        assertThat(api.put("/api/v1/watches/" + id, changed)
                        .expect(200)
                        .json()
                        .get("kind")
                        .asString())
                .isEqualTo("season");
        api.post("/api/v1/watches", Map.of("name", name + "x", "metric", "m", "kind", "threshold", "side", "above"))
                .expect(422);
        api.delete("/api/v1/watches/" + id).expect(204);
        api.get("/api/v1/watches/" + id).expect(404);
    }
}
