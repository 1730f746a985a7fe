package dev.qiao.signal;

import dev.qiao.signal.Alert.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of alerts, folded into what happened. A pure function of what was known and what came: repeats, messages that overtake
 * each other and messages that never came all end in the same episodes. At most one episode of a key is open at a time.
 */
final class Episodes {
    /** What is said to have begun longer ago began when we heard of it: nobody was without service for a year. */
    private static final Duration OLDEST = Duration.ofDays(30);

    /** What began so many times before within so long flaps. */
    private static final int OFTEN = 4;

    private static final Duration LATELY = Duration.ofHours(1);

    /** What one source knows a thing by. */
    record Key(long source, String key) {}

    private final Map<Key, List<Alert>> known = new LinkedHashMap<>();
    private final Set<Alert> stored;
    private int began;
    private int ended;

    Episodes(Collection<Alert> stored) {
        this.stored = Set.copyOf(stored);
        for (var alert : stored) episodes(alert.source(), alert.key()).add(alert);
    }

    /** Takes in what a source said, as it was received at this moment. */
    void hear(long source, Told told, Instant at) {
        var all = episodes(source, told.key());
        switch (told.says()) {
            case FIRING -> fire(source, told, at, all);
            case ACKNOWLEDGED ->
                current(told, all).ifPresent(n -> all.set(n, all.get(n).acknowledged(at)));
            case NOTED ->
                current(told, all).ifPresent(n -> all.set(n, all.get(n).noted(told.text(), at)));
            case RESOLVED -> resolve(source, told, at, all);
        }
    }

    private void fire(long source, Told told, Instant at, List<Alert> all) {
        var same = current(told, all);
        if (same.isPresent()) {
            var alert = all.get(same.getAsInt());
            all.set(same.getAsInt(), alert.open() ? alert.again(told, at) : alert.echoed(at));
            return;
        }
        var fresh = fresh(source, told, at, all);
        // By what can be believed: a clock that once ran ahead must not end all that comes after.
        var later = all.stream()
                .map(Alert::beganAt)
                .filter(start -> start.isAfter(fresh.beganAt()))
                .min(Instant::compareTo);
        // Its end was never told: it was over at the latest when the next time began.
        all.add(later.map(end -> fresh.over(end, at)).orElse(fresh));
        began++;
        if (later.isPresent()) {
            ended++;
            return;
        }
        for (int n = 0; n < all.size() - 1; n++) {
            if (!all.get(n).open()) continue;
            all.set(n, all.get(n).over(fresh.beganAt(), at));
            ended++;
        }
    }

    private void resolve(long source, Told told, Instant at, List<Alert> all) {
        var same = current(told, all);
        var end = told.endedAt() == null || told.endedAt().isAfter(at) ? at : told.endedAt();
        if (same.isPresent()) {
            var alert = all.get(same.getAsInt());
            if (!alert.open()) return;
            all.set(same.getAsInt(), alert.over(end, at));
            ended++;
        } else if (told.startedAt() != null) {
            // It came and went, and the first word was overtaken by the last.
            all.add(fresh(source, told, at, all).over(end, at));
            began++;
            ended++;
        }
    }

    /** The episode that is meant: by when it began, or where nobody says that, the one that is open. */
    private static OptionalInt current(Told told, List<Alert> all) {
        return IntStream.range(0, all.size())
                .filter(n -> told.startedAt() == null
                        ? all.get(n).open()
                        : all.get(n).startedAt().equals(told.startedAt()))
                .findFirst();
    }

    private static Alert fresh(long source, Told told, Instant at, List<Alert> all) {
        return new Alert(
                0,
                source,
                told.key(),
                told.group(),
                told.startedAt() == null ? unused(at, all) : told.startedAt(),
                believed(told.startedAt(), at),
                null,
                State.OPEN,
                told.severity(),
                told.severity(),
                told.title(),
                told.text(),
                told.url(),
                told.labels(),
                1,
                at,
                at,
                null,
                null,
                null,
                flaps(all, at));
    }

    /** Whether it began often enough lately. */
    private static boolean flaps(List<Alert> all, Instant at) {
        return all.stream()
                        .filter(alert -> alert.firstAt().isAfter(at.minus(LATELY)))
                        .count()
                >= OFTEN;
    }

    /** Two times in one instant are two. */
    private static Instant unused(Instant at, List<Alert> all) {
        var start = at;
        while (begun(start, all)) start = start.plus(1, ChronoUnit.MICROS);
        return start;
    }

    private static boolean begun(Instant start, List<Alert> all) {
        return all.stream().anyMatch(alert -> alert.startedAt().equals(start));
    }

    static Instant believed(@Nullable Instant stated, Instant at) {
        if (stated == null || stated.isAfter(at)) return at;
        return stated.isBefore(at.minus(OLDEST)) ? at : stated;
    }

    private List<Alert> episodes(long source, String key) {
        return known.computeIfAbsent(new Key(source, key), _ -> new ArrayList<>());
    }

    /** All of them, as they stand now. */
    List<Alert> all() {
        return known.values().stream().flatMap(List::stream).toList();
    }

    /** Those that are otherwise than they were stored. */
    List<Alert> changed() {
        return all().stream().filter(alert -> !stored.contains(alert)).toList();
    }

    int began() {
        return began;
    }

    int ended() {
        return ended;
    }
}
