package dev.qiao.signal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever the lines are. */
class MinerHoldsTest {
    private static final List<String> WORDS = List.of(
            "open",
            "close",
            "user",
            "kim",
            "lee",
            "ada",
            "Started",
            "GET",
            "12",
            "10.0.0.7",
            "/tmp/x",
            "(",
            ")",
            "[",
            "]",
            "=",
            ":",
            ",",
            "<",
            ">",
            "null",
            "a.b.C",
            "LOCAL(0)",
            "<*>",
            "<?>",
            "…",
            "错误",
            "-",
            "..",
            "\"",
            "{x}",
            "KB",
            "\u0000",
            "ca:fe");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyLineIsCoveredByItsPatternForEver(long seed) {
        var miner = new Miner();
        var said = new HashMap<String, Long>();
        var wentOn = new HashMap<Long, Long>();
        for (var line : babble(seed, 3_000)) {
            var learned = miner.learnMessage(line);
            said.put(line, learned.pattern().id());
            for (long joined : learned.joined())
                assertThat(wentOn.put(joined, learned.pattern().id())).isNull();
        }
        var templates = miner.memory().kept().stream()
                .collect(Collectors.toMap(Memory.Kept::id, kept -> Template.read(kept.template())));
        said.forEach((line, id) -> assertThat(
                        templates.get(last(id, wentOn)).covers(Words.of(line).texts()))
                .as(line)
                .isTrue());
        assertThat(miner.patterns().stream().mapToLong(Pattern::lines).sum()).isEqualTo(3_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void aRestoredMinerGoesOnAsIfThereHadBeenNoEnd(long seed) {
        var whole = new Miner();
        var parted = new Miner();
        for (var line : babble(seed, 800)) {
            if (line.hashCode() % 50 == 0) parted = new Miner(parted.memory());
            assertThat(parted.learn(line)).isEqualTo(whole.learn(line));
        }
        assertThat(parted.memory()).isEqualTo(whole.memory());
    }

    @Test
    void anIdIsNeverUsedTwice() {
        var miner = new Miner();
        var fresh = new HashSet<Long>();
        for (var line : babble(9, 3_000)) {
            var learned = miner.learn(line);
            if (learned.fresh()) assertThat(fresh.add(learned.pattern().id())).isTrue();
            assertThat(fresh).contains(learned.pattern().id()).containsAll(learned.joined());
        }
    }

    @Test
    void whatIsKeptHasNoCharacterThatATableRefuses() {
        var miner = new Miner();
        babble(10, 2_000).forEach(miner::learn);
        assertThat(miner.memory().kept())
                .allSatisfy(kept ->
                        assertThat(kept.template().chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c)));
    }

    @Test
    void aSourceThatNeverSaysAThingTwiceFillsNoMemory() {
        var miner = new Miner();
        var random = new Random(11);
        long last = 0;
        for (int n = 0; n < 15_000; n++) {
            var line = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(_ -> letters(random))
                    .collect(Collectors.joining(" "));
            last = miner.learn(line).pattern().id();
        }
        assertThat(miner.patterns()).hasSizeLessThanOrEqualTo(4_097);
        assertThat(miner.patterns().getLast())
                .isEqualTo(new Pattern(last, "…", miner.patterns().getLast().lines()));
        assertThat(miner.learn("disk full").fresh()).isFalse();
    }

    @Test
    void whatWasNotSeenForLongMakesRoom() {
        var miner = new Miner();
        for (int n = 0; n < 5_000; n++) miner.learn(apart(n));
        var forgotten = new HashSet<Long>();
        for (int n = 0; n < 120_000; n++)
            forgotten.addAll(miner.learn("still here").forgotten());
        assertThat(forgotten).hasSize(4_096);
        assertThat(miner.patterns()).extracting(Pattern::text).containsExactly("…", "still here");
        assertThat(miner.learn("a new thing at last").fresh()).isTrue();
    }

    @Test
    void aHundredThousandWordsInOnePlaceAreOnePattern() {
        var miner = new Miner();
        var random = new Random(12);
        for (int n = 0; n < 100_000; n++) miner.learn("no such thing as " + letters(random) + " in stock");
        assertThat(miner.patterns()).containsExactly(new Pattern(1, "no such thing as <*> in stock", 100_000));
    }

    @Test
    void noLineTakesLong() {
        var miner = new Miner();
        var time = "2026-03-03 04:05:06 ";
        var worst = List.of(
                "x", "a.", "a(", "[", "((", "1:", "- ", "a b ", "=\"", "/", "fe:", "[a] ", "A_ ", "名", "\u0000", "<1 ",
                "a|", "....", "😀");
        var lines = new ArrayList<String>();
        for (var each : worst) {
            lines.add(each.repeat(1_000_000 / each.length()));
            lines.add(time + each.repeat(1_000_000 / each.length()));
        }
        lines.forEach(miner::learn);
        for (var line : lines) {
            long begun = System.nanoTime();
            miner.learn(line);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(line.substring(0, 40))
                    .isLessThan(Duration.ofMillis(500));
        }
    }

    /** Lines of few words in any order, many of them more than once. */
    private static List<String> babble(long seed, int lines) {
        var random = new Random(seed);
        return IntStream.range(0, lines)
                .mapToObj(_ -> IntStream.range(0, random.nextInt(6))
                        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " ")))
                .toList();
    }

    /** Lines that share no word. */
    private static String apart(int n) {
        return IntStream.range(0, 4)
                .mapToObj(part -> letters(new Random(n * 10L + part)))
                .collect(Collectors.joining(" "));
    }

    private static String letters(Random random) {
        return random.ints(9, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static long last(long id, Map<Long, Long> wentOn) {
        long last = id;
        while (wentOn.containsKey(last)) last = wentOn.get(last);
        return last;
    }
}
