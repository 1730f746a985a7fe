package dev.qiao.signal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MinerTest {
    private final Miner miner = new Miner();

    @Test
    void linesThatDifferInNumbersOnlyAreOnePattern() {
        var first = learn("Mar  3 04:05:06 gate sshd[812]: Lost 10.0.0.7 port 4711 after 3 s");
        var second = learn("Mar  4 14:15:16 gate sshd[99]: Lost 10.9.8.7 port 22 after 250 ms");
        assertThat(first.fresh()).isTrue();
        assertThat(second)
                .isEqualTo(new Learned(
                        new Pattern(first.pattern().id(), "Lost <*> port <*> after <*>", 2),
                        false,
                        List.of(),
                        List.of()));
    }

    @Test
    void aFewWordsInOnePlaceAreEventsAndMoreAreValues() {
        var three = Stream.of("kim", "lee", "ada")
                .map(name -> learn("door opened for " + name))
                .toList();
        assertThat(three).extracting(Learned::fresh).containsOnly(true);
        var fourth = learn("door opened for bob");
        long oldest = three.getFirst().pattern().id();
        assertThat(fourth.pattern()).isEqualTo(new Pattern(oldest, "door opened for <*>", 4));
        assertThat(fourth.fresh()).isFalse();
        assertThat(fourth.joined())
                .containsExactlyInAnyOrder(
                        three.get(1).pattern().id(), three.get(2).pattern().id());
        assertThat(learn("door opened for zoe").pattern()).isEqualTo(new Pattern(oldest, "door opened for <*>", 5));
    }

    @Test
    void statesInCapitalsStayApartLongerThanNames() {
        var states = Stream.of("Started", "Stopped", "Paused", "Resumed")
                .map(state ->
                        learn("machine " + state + " by request").pattern().id());
        assertThat(states.distinct()).hasSize(4);
    }

    @Test
    void whatSpeaksIsNotAValueSoSoon() {
        var ids = Stream.of("cups", "cron", "named", "portmap", "klog")
                .map(name -> learn(name + " startup succeeded").pattern().id());
        assertThat(ids.distinct()).hasSize(5);
    }

    @Test
    void aNameBesideNumbersIsAValue() {
        long number = learn("synchronized to 10.0.0.7, stratum 3").pattern().id();
        assertThat(learn("synchronized to LOCAL(0), stratum 10").pattern())
                .isEqualTo(new Pattern(number, "synchronized to <*>, stratum <*>", 2));
    }

    @Test
    void twoNamesThatVaryAtOnceAreFoundInACrowd() {
        for (int n = 0; n < 40; n++) learn("user " + name(n) + " came in from host " + name(n + 100) + " today");
        assertThat(miner.patterns()).extracting(Pattern::text).containsExactly("user <*> came in from host <*> today");
        assertThat(miner.patterns()).extracting(Pattern::lines).containsExactly(40L);
    }

    @Test
    void chineseLinesAreReadLikeAnyOther() {
        long id = learn("2026-03-03 04:05:06 [错误] 订单12发货失败：库存不足，剩余3件").pattern().id();
        assertThat(learn("2026-03-03 05:00:00 [错误] 订单7发货失败：库存不足，剩余12件").pattern())
                .isEqualTo(new Pattern(id, "订单<*>发货失败：库存不足，剩余<*>件", 2));
        assertThat(learn("2026-03-03 05:00:01 [错误] 订单7付款失败：余额不足").pattern().id())
                .isNotEqualTo(id);
    }

    @Test
    void anEmptyLineIsAPatternToo() {
        assertThat(learn("").pattern()).isEqualTo(new Pattern(1, "", 1));
        assertThat(learn(" \t\u0000").pattern()).isEqualTo(new Pattern(1, "", 2));
    }

    static String name(int n) {
        return "n" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26);
    }

    private Learned learn(String line) {
        return miner.learn(line);
    }
}
