package dev.qiao.sla;

import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import dev.qiao.calendar.WorkCalendar;
import dev.qiao.sla.Fact.Changed;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Restarted;
import dev.qiao.sla.Fact.Resumed;
import dev.qiao.sla.Fact.Started;
import dev.qiao.sla.Fact.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Random terms and histories, on whole minutes, so that an oracle can count them. */
final class Histories {
    static final Instant START = Instant.parse("2026-03-26T00:00:00Z");
    static final int MINUTES = 6 * 1440;

    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/New_York");

    private final SplittableRandom random;

    Histories(long seed) {
        random = new SplittableRandom(seed);
    }

    static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    Terms terms(long id) {
        var calendar = WorkCalendar.of(random.nextInt(3) == 0 ? Rules.always(zone()) : Rules.weekly(zone(), week()));
        var pauses = Terms.REASONS.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
        return new Terms(
                id,
                "random",
                "random",
                (int) id,
                "random",
                calendar,
                Map.of(Metric.RESPONSE, budgets(), Metric.RESOLUTION, budgets()),
                Map.of(Metric.RESPONSE, Set.of(), Metric.RESOLUTION, pauses),
                List.of());
    }

    List<Fact> history(List<Terms> terms) {
        var history = new ArrayList<Fact>();
        int at = random.nextInt(1440);
        history.add(new Started(at(at), any(terms), any(Terms.PRIORITIES)));
        for (int i = random.nextInt(9); i > 0; i--) {
            at = Math.min(MINUTES, at + random.nextInt(900));
            history.add(fact(at(at), terms));
        }
        return history;
    }

    int moment() {
        return random.nextInt(MINUTES);
    }

    private Fact fact(Instant at, List<Terms> terms) {
        var metric = any(List.of(Metric.values()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Held(at, any(Terms.REASONS));
            case 2 -> new Resumed(at);
            case 3 -> new Stopped(at, metric);
            case 4 -> new Restarted(at, metric);
            default -> new Changed(at, any(terms), any(Terms.PRIORITIES));
        };
    }

    private Map<String, Duration> budgets() {
        return Map.of("urgent", minutes(200), "important", minutes(600), "normal", minutes(1500));
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(4 * random.nextInt(1, most / 4));
    }

    private List<List<Hours>> week() {
        var week = new ArrayList<List<Hours>>();
        for (int i = 0; i < 7; i++) {
            int from = random.nextInt(700);
            week.add(List.of(
                    new Hours(from, from + random.nextInt(60, 300)), new Hours(1020, random.nextInt(1030, 1441))));
        }
        return week;
    }

    private ZoneId zone() {
        return ZoneId.of(any(ZONES));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
