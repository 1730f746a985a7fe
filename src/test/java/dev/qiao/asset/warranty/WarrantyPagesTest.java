package dev.qiao.asset.warranty;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Warranties, as people and programs write them down. */
@QiaoTest
class WarrantyPagesTest {
    @Autowired
    Http http;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Services services;

    @Autowired
    Warranties warranties;

    private final String name = "UPS " + UUID.randomUUID();

    @Test
    void peopleWriteThemDownChangeAndTakeThemOutAndBringThemBack() {
        var code = "ups-" + UUID.randomUUID().toString().substring(0, 8);
        long service = services.create(
                        new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant())
                .id();
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        browser.get("/warranties/new?service=" + code).expect(200);
        var fields = new HashMap<String, String>(Map.of("name", name, "service", String.valueOf(service)));
        fields.putAll(Map.of("endsOn", "2091-06-30", "noticeDays", "30", "supplier", "东方电源", "contract", "P-7"));
        browser.form("/warranties", fields).expect(303);
        var made = warranties.ofService(service, 10, Me.QIAO).getFirst();
        assertThat(browser.get("/services/" + code).expect(200).text()).contains(name, "2091-06-30");
        browser.get("/warranties").expect(200);
        browser.get("/warranties/" + made.id() + "/edit").expect(200);
        fields.put("endsOn", "2091-02-30");
        assertThat(browser.form("/warranties/" + made.id(), fields).expect(422).text())
                .contains("2027-06-30");
        browser.form("DELETE", "/warranties/" + made.id(), Map.of()).expect(303);
        assertThat(warranties.ofService(service, 10, Me.QIAO)).isEmpty();
        browser.form("/warranties/" + made.id() + "/restoration", Map.of()).expect(303);
        assertThat(warranties.find(made.id(), Me.QIAO).draft()).isEqualTo(made.draft());
    }

    @Test
    void programsDoTheSameAndSeeThemInTheOrderInWhichTheyEnd() {
        var api = http.as(cast.token(cast.hire("admin")));
        var made = api.post("/api/v1/warranties", Map.of("name", name, "endsOn", "2092-01-31"))
                .expect(201)
                .json();
        long id = made.get("id").asLong();
        assertThat(made.get("noticeDays").asInt()).isEqualTo(60);
        var changed = Map.of("name", name, "endsOn", "2093-01-31", "version", 1);
        assertThat(api.put("/api/v1/warranties/" + id, changed)
                        .expect(200)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        api.put("/api/v1/warranties/" + id, changed).expect(412);
        api.post("/api/v1/warranties", Map.of("name", name)).expect(422);
        var nonsense = Map.of("name", " ", "endsOn", "1950-01-01", "noticeDays", 9999);
        assertThat(api.post("/api/v1/warranties", nonsense)
                        .expect(422)
                        .json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("name", "endsOn", "noticeDays");
        api.post("/api/v1/warranties", Map.of("name", name, "endsOn", "2092-01-31", "service", "no-such"))
                .expect(422);
        assertThat(api.get("/api/v1/warranties/" + id)
                        .expect(200)
                        .json()
                        .get("endsOn")
                        .asString())
                .isEqualTo("2093-01-31");
        var ends = api.get("/api/v1/warranties?limit=100")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("endsOn").asString())
                .toList();
        assertThat(ends).isSorted();
        var engineer = http.as(cast.token(cast.hire("engineer")));
        engineer.get("/api/v1/warranties").expect(200);
        engineer.delete("/api/v1/warranties/" + id).expect(403);
        http.as(cast.token(cast.hire("requester"))).get("/api/v1/warranties").expect(403);
        api.delete("/api/v1/warranties/" + id).expect(204);
        api.get("/api/v1/warranties/" + id).expect(404);
    }
}
