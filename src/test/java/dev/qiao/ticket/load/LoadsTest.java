package dev.qiao.ticket.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Counted is what one sees, and nothing else. */
@QiaoTest
class LoadsTest {
    @Autowired
    Loads loads;

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
    void aStrangerCountsNothingAndAManagerAll() {
        var code = crowd.word("load");
        var service = services.create(
                new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.nextMonday());
        var manager = cast.hire("manager");
        var stranger = cast.hire("engineer");
        var desk = http.as(cast.token(cast.hire("dispatcher")));
        for (int n = 0; n < 3; n++)
            desk.post("/api/v1/tickets", Map.of("kind", "incident", "title", "打不开" + n, "service", code))
                    .expect(201);
        assertThat(counted(service.id(), manager)).isEqualTo(3);
        assertThat(counted(service.id(), stranger)).isZero();
        assertThat(loads.incidents(clock.instant().minus(Duration.ofHours(1)), 500, stranger))
                .noneMatch(broke -> service.id() == (broke.service() == null ? 0 : broke.service()));
        assertThat(loads.incidents(clock.instant().minus(Duration.ofHours(1)), 500, manager))
                .filteredOn(broke -> broke.title().startsWith("打不开") && broke.service() != null)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aCountIsAFewSecondsOldAndNotMadeForEachLook() {
        var manager = cast.hire("manager");
        var now = clock.nextMonday();
        assertThat(loads.of(manager, now)).isSameAs(loads.of(manager, now.plusSeconds(4)));
        assertThat(loads.of(manager, now)).isNotSameAs(loads.of(manager, now.plusSeconds(6)));
    }

    private int counted(long service, Me me) {
        return loads.of(me, clock.instant()).byService(Load.Part::incident).getOrDefault(service, 0);
    }
}
