package dev.qiao.signal.fold;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody says during a fault what rests on what, and what lies below what goes by that from then on. */
@QiaoTest
class RelinkedTest {
    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

    @Autowired
    Folds folds;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private Source.Issued source;
    private Service database;

    @BeforeEach
    void aDatabaseThatFails() {
        source = machine.connect(Sender.ALERTMANAGER);
        database = made("db", List.of());
        fails(database);
    }

    @Test
    void whatNoLongerRestsOnItIsAFaultOfItsOwn() {
        var shop = made("shop", List.of(database.id()));
        clock.advance(Duration.ofHours(1));
        fails(shop);
        assertThat(below(shop)).isEqualTo(of(database).id());
        assertThat(of(shop).incident()).isEqualTo(of(database).incident());
        rests(shop, List.of());
        assertThat(below(shop)).isZero();
        assertThat(of(shop).incident()).isNotNull().isNotEqualTo(of(database).incident());
        var left = alerts.incidents(List.of(of(database).incident()), Me.QIAO).getFirst();
        assertThat(left.open()).as("it counts without it").isEqualTo(1);
    }

    @Test
    void whatIsFoundToRestOnItLiesBelowItAndKeepsItsTicket() {
        var middle = made("app", List.of(database.id()));
        var shop = made("shop", List.of());
        clock.advance(Duration.ofHours(1));
        fails(shop);
        var own = of(shop).incident();
        assertThat(own).isNotNull().isNotEqualTo(of(database).incident());
        assertThat(below(shop)).isZero();
        rests(shop, List.of(middle.id()));
        assertThat(below(shop)).isEqualTo(of(database).id());
        assertThat(of(shop).incident()).isEqualTo(own);
    }

    private void rests(Service service, List<Long> on) {
        var now = services.find(service.id()).orElseThrow();
        var draft = new ServiceDraft(now.code(), now.name(), false, null, List.of(), on, true);
        services.update(now.id(), now.version(), draft, Me.QIAO, clock.instant());
        for (int n = 0; n < 4; n++) workers.crank(clock.advance(Duration.ofSeconds(10)));
    }

    /** The alert below which that of this service lies; 0: none. */
    private long below(Service service) {
        var below = folds.below(List.of(of(service).id())).get(of(service).id());
        return below == null ? 0 : below.under();
    }

    private void fails(Service service) {
        var labels = Map.of("alertname", "Down", "severity", "critical", "service", service.code());
        machine.say(source, Machine.alertmanager("firing", "g-" + service.code(), labels, clock.instant()));
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
