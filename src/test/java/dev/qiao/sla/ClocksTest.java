package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is promised to a subject, and what stops it. */
class ClocksTest extends Promising {
    @Autowired
    Agreements agreements;

    @Test
    void theShippedAgreementsPromiseWhatTheDeskPromises() {
        var standard = agreements.find("standard").orElseThrow();
        assertThat(standard.standard()).isTrue();
        assertThat(standard.terms().calendar()).isEqualTo("24x7");
        assertThat(standard.terms().budget(Metric.RESPONSE, "urgent")).isEqualTo(Duration.ofMinutes(30));
        assertThat(standard.terms().budget(Metric.RESOLUTION, "normal")).isEqualTo(Duration.ofHours(24));
        assertThat(standard.terms().pauses(Metric.RESPONSE, "requester")).isFalse();
        assertThat(standard.terms().pauses(Metric.RESOLUTION, "supplier")).isTrue();
        assertThat(agreements.find("office").orElseThrow().terms().calendar()).isEqualTo("cn-work");
    }

    @Test
    void aSubjectIsPromisedAResponseAndASolution() {
        long subject = start("important", NINE);
        assertThat(clocks.nearestDue(KIND, Set.of(subject))).containsEntry(subject, hours(2));
        assertThat(clocks.stop(KIND, subject, Metric.RESPONSE, hours(1))).contains(hours(8));
        assertThat(clocks.pause(KIND, subject, "supplier", hours(2))).isEmpty();
        assertThat(clocks.resume(KIND, subject, hours(5))).contains(hours(11));
        assertThat(clocks.stop(KIND, subject, Metric.RESOLUTION, hours(6))).isEmpty();
        assertThat(clocks.restart(KIND, subject, Metric.RESOLUTION, hours(10))).contains(hours(15));
        assertThat(clocks.of(KIND, Set.of(subject)).get(subject))
                .extracting(Clock::metric, clock -> clock.state(hours(10)), clock -> clock.spentSeconds(hours(11)))
                .containsExactly(
                        tuple(Metric.RESPONSE, State.MET, 3600L), tuple(Metric.RESOLUTION, State.RUNNING, 4 * 3600L));
        assertThat(clocks.explain(KIND, subject, Metric.RESOLUTION, hours(11))).hasSize(5);
    }

    @Test
    void aSubjectWithoutPromisesHasNothingToExplain() {
        assertThat(clocks.stop(KIND, 0, Metric.RESPONSE, NINE)).isEmpty();
        assertThatThrownBy(() -> clocks.explain(KIND, 0, Metric.RESPONSE, NINE)).isInstanceOf(Refused.class);
    }
}
