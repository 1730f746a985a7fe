package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often each caller may come. */
class RatesTest {
    @Test
    void aCallerWhoIsTooFastIsToldHowLongToWait() {
        var rates = new Rates(10, 20);
        long now = 5_000_000_000L;
        assertThat(IntStream.range(0, 20).filter(_ -> rates.take("a", now) == 0))
                .hasSize(20);
        assertThat(rates.take("a", now)).isEqualTo(100_000_000L);
        assertThat(rates.take("b", now)).isZero();
        assertThat(rates.take("a", now + 100_000_000L)).isZero();
        assertThat(new Rates(0, 0).take("a", now)).isZero();
    }

    @Test
    void aSmallRateIsNotNoneForStrangers() {
        assertThat(RateFilter.strangers(1)).isEqualTo(1);
        assertThat(RateFilter.strangers(19)).isEqualTo(1);
        assertThat(RateFilter.strangers(100)).isEqualTo(5);
        assertThat(RateFilter.strangers(0)).as("no limit is none for anybody").isZero();
    }
}
