package dev.qiao.signal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.asset.Links;
import dev.qiao.asset.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Where services stand on the map, and how they are. */
class LayersTest {
    @Test
    void eachStandsAboveTheHighestOnWhichItRests() {
        var links = Links.of(Map.of(1L, List.of(2L, 3L), 2L, List.of(3L)));
        var layers = Layers.of(List.of(1L, 2L, 3L, 9L), links);
        assertThat(layers.rows()).containsExactly(List.of(1L), List.of(2L), List.of(3L));
        assertThat(layers.alone()).containsExactly(9L);
    }

    @RepeatedTest(50)
    void everyServiceStandsOnceEveryLinkLeadsDownAndNoTwoCoverEachOther(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var down = new HashMap<Long, List<Long>>();
        for (long service = 1; service <= 60; service++) {
            var others = new ArrayList<Long>();
            for (long other = service + 1; other <= 60; other++) if (random.nextInt(25) == 0) others.add(other);
            down.put(service, others);
        }
        var links = Links.of(down);
        var all = LongStream.rangeClosed(1, 60).mapToObj(LayersTest::health).toList();
        var drawing = Drawing.of(all, links);
        assertThat(drawing.nodes()).hasSize(60);
        assertThat(drawing.layers().stream().mapToInt(List::size).sum()).isEqualTo(60);
        var places = new HashSet<String>();
        var y = new HashMap<Long, Integer>();
        for (var node : drawing.nodes()) {
            assertThat(places.add(node.x() + " " + node.y())).isTrue();
            assertThat(node.x()).isBetween(0, drawing.width() - node.width());
            assertThat(node.y()).isBetween(0, drawing.height() - node.height());
            y.put(node.health().service().id(), node.y());
        }
        down.forEach((service, others) ->
                others.forEach(other -> assertThat(y.get(service)).isLessThan(y.get(other))));
        assertThat(Drawing.of(all, links)).isEqualTo(drawing);
    }

    @Test
    void aBadAlertOfItsOwnIsAFaultAndOneThatIsFoldedOnlyAffects() {
        var service = health(1).service();
        var bad = new Health.Wrong(1, true, false, 3, Instant.EPOCH);
        var folded = new Health.Wrong(1, true, true, 3, Instant.EPOCH);
        assertThat(Health.of(service, List.of(bad), 0, 0, false).state()).isEqualTo(Health.State.FAILING);
        assertThat(Health.of(service, List.of(folded), 0, 0, false).state()).isEqualTo(Health.State.AFFECTED);
        assertThat(Health.of(service, List.of(), 1, 0, false).state()).isEqualTo(Health.State.FAILING);
        assertThat(Health.of(service, List.of(), 0, 1, false).state()).isEqualTo(Health.State.AFFECTED);
        assertThat(Health.of(service, List.of(bad), 1, 0, true).state()).isEqualTo(Health.State.MAINTENANCE);
        assertThat(Health.of(service, List.of(), 0, 0, false).state()).isEqualTo(Health.State.FINE);
    }

    private static Health health(long id) {
        var service = new Service(id, "s" + id, "服务" + id, false, null, List.of(), List.of(), true, 1);
        return Health.of(service, List.of(), 0, 0, false);
    }
}
