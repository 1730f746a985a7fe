package dev.qiao.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which services rest on which. */
class LinksTest {
    @Test
    void whatIsReachedSaysOverHowManyLinksByTheShortestWay() {
        var links = Links.of(Map.of(1L, List.of(2L, 3L), 2L, List.of(4L), 3L, List.of(5L), 5L, List.of(4L)));
        assertThat(links.below(1))
                .containsExactly(
                        new Links.Reached(2, 1),
                        new Links.Reached(3, 1),
                        new Links.Reached(4, 2),
                        new Links.Reached(5, 2));
        assertThat(links.above(4))
                .containsExactly(
                        new Links.Reached(2, 1),
                        new Links.Reached(5, 1),
                        new Links.Reached(1, 2),
                        new Links.Reached(3, 2));
        assertThat(links.linked(4, 2)).isTrue();
        assertThat(links.linked(4, 1)).isFalse();
        assertThat(links.beside(5)).containsExactly(3L, 4L);
    }

    @RepeatedTest(50)
    void belowAndAboveAreOneRelationReadFromBothEnds(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var down = new HashMap<Long, List<Long>>();
        for (long service = 1; service <= 20; service++) {
            var others = new ArrayList<Long>();
            for (long other = service + 1; other <= 20; other++) if (random.nextInt(6) == 0) others.add(other);
            down.put(service, others);
        }
        var links = Links.of(down);
        for (long one = 1; one <= 20; one++) {
            long from = one;
            assertThat(links.below(one))
                    .allSatisfy(reached -> assertThat(links.above(reached.service()))
                            .contains(new Links.Reached(from, reached.depth())));
            assertThat(links.below(one)).extracting(Links.Reached::service).doesNotContain(one);
        }
    }

    @Test
    void aRetiredServiceCarriesNothingButStillStandsInAWay() {
        var all = List.of(service(1, true, 2L), service(2, false, 3L), service(3, true));
        assertThat(Links.of(all).below(1)).isEmpty();
        assertThat(Links.way(all, 1, 3)).containsExactly(1L, 2L, 3L);
        assertThat(Links.way(all, 3, 1)).isEmpty();
    }

    private static Service service(long id, boolean active, Long... restsOn) {
        return new Service(id, "s" + id, "S" + id, false, null, List.of(), List.of(restsOn), active, 1);
    }
}
