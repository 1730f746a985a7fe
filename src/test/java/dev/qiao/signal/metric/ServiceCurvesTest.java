package dev.qiao.signal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A figure that left the usual before a fault is among the causes of its incident. */
@QiaoTest
class ServiceCurvesTest {
    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void whatLeftTheUsualBeforeAFaultIsAmongItsCauses() {
        var service = services.create(
                new ServiceDraft(crowd.word("curve"), crowd.word("订单"), false, null, List.of(), true),
                Me.QIAO,
                clock.instant());
        var metric = Machine.unique("queue").replace('-', '_');
        var samples = new ArrayList<Sample>();
        for (int minute = 1; minute < 75; minute++)
            samples.add(new Sample(
                    metric,
                    new TreeMap<>(Map.of("service", service.code(), "instance", "mq1")),
                    clock.instant().minusSeconds(60L * minute),
                    minute <= 8 ? 900 : 20 + minute % 3));
        points.record(machine.connect(Sender.OTLP).source().id(), samples, clock.instant());
        var api = http.as(cast.token(cast.hire("admin")));
        long number = api.post(
                        "/api/v1/tickets", Map.of("kind", "incident", "title", metric, "service", service.code()))
                .expect(201)
                .json()
                .path("number")
                .asLong();
        assertThat(api.get("/api/v1/tickets/" + number + "/causes").expect(200).text())
                .contains(metric)
                .contains("/charts/");
    }
}
