package dev.qiao.signal.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.asset.Links;
import dev.qiao.signal.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Under what an alert lies. */
class FoldingTest {
    /** Shop → application → database, and shop → network. */
    private static final Links LINKS = Links.of(Map.of(1L, List.of(2L, 4L), 2L, List.of(3L)));

    @Test
    void theDeepestThatFailsIsTheReason() {
        var folding = new Folding(List.of(failing(20, 2), failing(30, 3), failing(40, 4)), LINKS);
        assertThat(folding.under(1)).contains(failing(30, 3));
        assertThat(folding.under(2)).contains(failing(30, 3));
        assertThat(folding.under(3)).isEmpty();
        assertThat(folding.under(4)).isEmpty();
    }

    @Test
    void ofOneServiceTheWorstAlertStandsForIt() {
        var worse = new Failing(32, 3, Severity.CRITICAL, 7L);
        var folding = new Folding(List.of(failing(30, 3), worse, failing(31, 3)), LINKS);
        assertThat(folding.under(1)).contains(worse);
    }

    @RepeatedTest(100)
    void nothingLiesBelowItselfAndEverythingBelowSomethingOnWhichItRests(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var down = new HashMap<Long, List<Long>>();
        var failing = new ArrayList<Failing>();
        for (long service = 1; service <= 15; service++) {
            var others = new ArrayList<Long>();
            for (long other = service + 1; other <= 15; other++) if (random.nextInt(4) == 0) others.add(other);
            down.put(service, others);
            if (random.nextInt(4) == 0) failing.add(failing(service * 10, service));
        }
        var links = Links.of(down);
        var folding = new Folding(failing, links);
        for (long service = 1; service <= 15; service++) {
            var below =
                    links.below(service).stream().map(Links.Reached::service).toList();
            var under = folding.under(service);
            assertThat(under.isPresent()).isEqualTo(failing.stream().anyMatch(each -> below.contains(each.service())));
            under.ifPresent(each -> assertThat(below).contains(each.service()));
            under.ifPresent(each -> assertThat(folding.under(each.service())).isEmpty());
        }
    }

    private static Failing failing(long alert, long service) {
        return new Failing(alert, service, Severity.MAJOR, null);
    }
}
