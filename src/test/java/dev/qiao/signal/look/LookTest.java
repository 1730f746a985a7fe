package dev.qiao.signal.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.Machine;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.source.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An incident's ticket says where to look. */
@QiaoTest
class LookTest {
    @Autowired
    Machine machine;

    @Autowired
    Deployments deployments;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void whatFailsBelowWhatWasDeployedWhatALogSaysAndWhatHelpedBeforeAreNamedWithTheirReasons() {
        var now = clock.nextMonday();
        var database = made("db", List.of());
        var shop = made("shop", List.of(database.id()));
        var team = cast.team(null);
        var engineer = cast.hire("engineer");
        cast.join(team, engineer);
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        var admin = http.as(cast.token(cast.me(person.id())));
        var word = Machine.unique("结算页面打不开");
        solved(admin, word, shop);
        clock.set(now.plus(Duration.ofHours(1)));
        var fault = clock.instant();
        var source = machine.connect(Sender.ALERTMANAGER);
        deployments.tell(
                source.source().id(),
                fault,
                List.of(new Deployed(fault.minusSeconds(900), "连接池改小", "", Map.of("service", database.code()))));
        machine.say(source, alert(database));
        var logs = machine.connect(Sender.LOGS);
        machine.say(logs, "ERROR pool exhausted for shop checkout\n".repeat(40));
        clock.set(fault.plusSeconds(120));
        long ticket = admin.post(
                        "/api/v1/tickets", Map.of("kind", "incident", "title", word + "，付款失败", "service", shop.code()))
                .expect(201)
                .json()
                .path("number")
                .asLong();
        clock.set(clock.instant().plusSeconds(30));
        var causes =
                admin.get("/api/v1/tickets/" + ticket + "/causes").expect(200).json();
        assertThat(kinds(causes)).startsWith("below").contains("changed", "pattern", "solved");
        assertThat(causes.path("items").get(0).path("text").asString()).contains(database.name());
        assertThat(texts(causes)).anyMatch(text -> text.contains("连接池改小")).anyMatch(text -> text.contains("重启了结算服务"));
        try (var desk = Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            desk.open("/tickets/" + ticket);
            desk.page().locator("#causes .cause-list li").first().waitFor();
            desk.isAccessible().shot("where-to-look");
            desk.page().locator("#causes .cause-list a").first().click();
            desk.page().waitForURL("**/alerts/*");
        }
        http.as(cast.token(cast.hire("requester")))
                .get("/api/v1/tickets/" + ticket + "/causes")
                .expect(403);
    }

    @Test
    void whereNothingStandsOutItSaysSo() {
        var now = clock.nextMonday();
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        var admin = http.as(cast.token(cast.me(person.id())));
        long ticket = admin.post(
                        "/api/v1/tickets", Map.of("kind", "incident", "title", Machine.unique("quiet nothing special")))
                .expect(201)
                .json()
                .path("number")
                .asLong();
        assertThat(admin.get("/api/v1/tickets/" + ticket + "/causes")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private void solved(Http admin, String word, Service service) {
        long number = admin.post(
                        "/api/v1/tickets",
                        Map.of("kind", "incident", "title", word + "，一直转圈", "service", service.code()))
                .expect(201)
                .json()
                .path("number")
                .asLong();
        admin.post("/api/v1/tickets/" + number + "/acceptance", Map.of()).expect(200);
        admin.post(
                        "/api/v1/tickets/" + number + "/resolution",
                        Map.of("code", "fixed", "cause", "software", "solution", "重启了结算服务"))
                .expect(200);
        workers.crank(clock.instant());
    }

    private String alert(Service service) {
        var labels = Map.of("alertname", "Down", "severity", "critical", "service", service.code());
        return Machine.alertmanager("firing", "g-" + service.code(), labels, clock.instant());
    }

    private static List<String> kinds(JsonNode causes) {
        return StreamSupport.stream(causes.path("items").spliterator(), false)
                .map(item -> item.path("kind").asString())
                .toList();
    }

    private static List<String> texts(JsonNode causes) {
        return StreamSupport.stream(causes.path("items").spliterator(), false)
                .map(item -> item.path("text").asString())
                .toList();
    }

    private Service made(String word, List<Long> restsOn) {
        var code = crowd.word(word);
        var draft = new ServiceDraft(code, "服务 " + code, false, null, List.of(), restsOn, true);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
