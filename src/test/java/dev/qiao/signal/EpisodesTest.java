package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.signal.Told.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What was said, folded into what happened: properties over random histories, repeated, shuffled and cut. */
class EpisodesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final long SOURCE = 1;

    /** A true history of one thing: it was wrong from each of these moments for some minutes, and the last may still be. */
    private record History(List<Instant> starts, boolean over) {
        List<Told> told() {
            var told = new ArrayList<Told>();
            for (int n = 0; n < starts.size(); n++) {
                told.add(say(Says.FIRING, starts.get(n), null));
                if (n < starts.size() - 1 || over)
                    told.add(say(Says.RESOLVED, starts.get(n), starts.get(n).plus(Duration.ofMinutes(3))));
            }
            return told;
        }
    }

    @RepeatedTest(200)
    void repeatsAndDisorderEndInTheSameEpisodes(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var history = history(random);
        var told = history.told();
        var heard = new ArrayList<>(told);
        for (int n = random.nextInt(10); n > 0; n--) heard.add(told.get(random.nextInt(told.size())));
        Collections.shuffle(heard, random);
        assertThat(spans(fold(heard))).isEqualTo(spans(fold(told)));
        assertThat(spans(fold(told))).hasSize(history.starts().size());
    }

    @RepeatedTest(200)
    void atMostOneEpisodeIsOpenWhateverIsLost(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var heard = new ArrayList<>(history(random).told());
        heard.removeIf(_ -> random.nextInt(3) == 0);
        Collections.shuffle(heard, random);
        var alerts = fold(heard);
        assertThat(alerts.stream().filter(Alert::open)).hasSizeLessThanOrEqualTo(1);
        assertThat(alerts)
                .allMatch(alert -> alert.endedAt() == null || !alert.endedAt().isBefore(alert.beganAt()));
    }

    @RepeatedTest(50)
    void whatIsFoldedInPiecesIsAsIfItWereFoldedAtOnce(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var told = history(random).told();
        int cut = random.nextInt(told.size() + 1);
        var first = new Episodes(List.of());
        told.subList(0, cut).forEach(each -> first.hear(SOURCE, each, NOON));
        var second = new Episodes(first.all());
        told.subList(cut, told.size()).forEach(each -> second.hear(SOURCE, each, NOON));
        assertThat(spans(second.all())).isEqualTo(spans(fold(told)));
    }

    @Test
    void aSenderThatNamesNoBeginningHasOneEpisodeAfterAnother() {
        var alerts = fold(List.of(
                say(Says.FIRING, null, null),
                say(Says.FIRING, null, null),
                say(Says.RESOLVED, null, null),
                say(Says.FIRING, null, null)));
        assertThat(alerts).extracting(Alert::open).containsExactly(false, true);
        assertThat(alerts.getFirst().count()).isEqualTo(2);
    }

    @Test
    void aClockThatOnceRanAheadEndsNothingThatComesAfter() {
        var ahead = say(Says.FIRING, NOON.plus(Duration.ofDays(3_000)), null);
        var alerts = fold(List.of(ahead, say(Says.RESOLVED, null, null), say(Says.FIRING, NOON, null)));
        assertThat(alerts).extracting(Alert::open).containsExactly(false, true);
    }

    @Test
    void aBeginningInTheFutureOrLongAgoIsNotBelieved() {
        assertThat(Episodes.believed(NOON.plusSeconds(900), NOON)).isEqualTo(NOON);
        assertThat(Episodes.believed(NOON.minus(Duration.ofDays(31)), NOON)).isEqualTo(NOON);
        assertThat(Episodes.believed(NOON.minusSeconds(900), NOON)).isEqualTo(NOON.minusSeconds(900));
    }

    private static History history(Random random) {
        var starts = new ArrayList<Instant>();
        var start = NOON.minus(Duration.ofHours(6));
        for (int n = 0; n <= random.nextInt(4); n++) {
            start = start.plus(Duration.ofMinutes(5 + random.nextInt(30)));
            starts.add(start);
        }
        return new History(starts, random.nextBoolean());
    }

    private static List<Alert> fold(List<Told> told) {
        var episodes = new Episodes(List.of());
        told.forEach(each -> episodes.hear(SOURCE, each, NOON));
        return episodes.all();
    }

    /** From when to when, and whether it is over; where an end was overtaken it is the next beginning at the latest. */
    private static Map<Instant, Boolean> spans(List<Alert> alerts) {
        return alerts.stream().collect(Collectors.toMap(Alert::startedAt, Alert::open));
    }

    private static Told say(Says says, @Nullable Instant started, @Nullable Instant ended) {
        return new Told(says, "disk", "disk", started, ended, Severity.MAJOR, "disk", "", "", Map.of());
    }
}
