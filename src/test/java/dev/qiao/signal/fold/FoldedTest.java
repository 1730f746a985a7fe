package dev.qiao.signal.fold;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An alert whose service rests on one that is failing opens no ticket of its own. */
@QiaoTest
class FoldedTest {
    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

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

    private final Map<String, Instant> since = new HashMap<>();
    private Source.Issued source;
    private Service database;
    private Service middle;
    private Service shop;

    @BeforeEach
    void threeServices() {
        source = machine.connect(Sender.ALERTMANAGER);
        database = made("db", List.of());
        middle = made("app", List.of(database.id()));
        shop = made("shop", List.of(middle.id()));
    }

    @Test
    void whatRestsOnAFailingServiceJoinsItsIncidentAndIsAFaultOfItsOwnOnceThatIsOver() {
        var now = clock.instant();
        say("firing", database);
        clock.set(now.plus(Duration.ofHours(2)));
        say("firing", shop);
        var root = of(database);
        var folded = of(shop);
        assertThat(folded.incident()).isNotNull().isEqualTo(root.incident());
        var me = cast.hire("engineer");
        var page = http.as(cast.token(me));
        var told = page.get("/api/v1/alerts/" + folded.id()).expect(200).json();
        assertThat(told.path("below").asLong()).isEqualTo(root.id());
        say("resolved", database);
        crank(Duration.ofMinutes(2));
        assertThat(of(shop).incident()).isEqualTo(root.incident());
        crank(Duration.ofMinutes(6));
        var own = of(shop);
        assertThat(own.incident()).isNotNull().isNotEqualTo(root.incident());
        assertThat(page.get("/api/v1/alerts/" + folded.id())
                        .expect(200)
                        .json()
                        .path("below")
                        .isNull())
                .isTrue();
        var before = alerts.incidents(List.of(root.incident()), Me.QIAO).getFirst();
        assertThat(before.open()).isZero();
        assertThat(before.restoredAt()).isNotNull();
    }

    @Test
    void whatWasWrongBeforeKeepsItsTicketAndIsShownBelow() {
        say("firing", shop);
        var own = of(shop).incident();
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        say("firing", database);
        assertThat(of(shop).incident()).isEqualTo(own).isNotEqualTo(of(database).incident());
        var me = http.as(cast.token(cast.hire("engineer")));
        assertThat(me.get("/api/v1/alerts/" + of(shop).id())
                        .expect(200)
                        .json()
                        .path("below")
                        .asLong())
                .isEqualTo(of(database).id());
        say("resolved", database);
        crank(Duration.ofMinutes(6));
        assertThat(of(shop).incident()).isEqualTo(own);
    }

    @Test
    void neighboursThatFailTogetherAreOneIncidentAndStrangersAreNot() {
        say("firing", shop);
        say("firing", middle);
        assertThat(of(middle).incident()).isEqualTo(of(shop).incident());
        var stranger = made("stranger", List.of());
        say("firing", stranger);
        assertThat(of(stranger).incident()).isNotEqualTo(of(shop).incident());
    }

    private void crank(Duration later) {
        clock.set(clock.instant().plus(later));
        for (int n = 0; n < 3; n++) {
            workers.crank(clock.instant());
            clock.set(clock.instant().plusSeconds(10));
        }
    }

    private void say(String status, Service service) {
        var labels = Map.of("alertname", "Down", "severity", "critical", "service", service.code());
        var began = since.computeIfAbsent(service.code(), _ -> clock.instant());
        machine.say(source, Machine.alertmanager(status, "g-" + service.code(), labels, began));
    }

    private Alert of(Service service) {
        return alerts.list(null, null, Long.MAX_VALUE, 500, Me.QIAO).stream()
                .filter(alert -> service.code().equals(alert.labels().get("service")))
                .findFirst()
                .orElseThrow();
    }

    private Service made(String word, List<Long> restsOn) {
        var code = crowd.word(word);
        var draft = new ServiceDraft(code, "服务 " + code, false, null, List.of(), restsOn, true);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
