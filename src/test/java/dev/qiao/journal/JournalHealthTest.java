package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class JournalHealthTest {
    @Autowired
    JournalHealth health;

    @Test
    void itTellsTheHorizonWhatIsParkedAndHowFarEachReaderIsBehind() {
        assertThat(health.look().figures()).containsKeys("horizon_age_seconds", "parked", "behind_dispatch");
    }
}
