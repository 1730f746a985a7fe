package dev.qiao.bench;

import dev.qiao.signal.pattern.Learned;
import dev.qiao.signal.pattern.Miner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How well lines of logs are grouped into patterns, and how fast. A line is right if the lines of its pattern are exactly the lines of its
 * event (grouping accuracy, Zhu et al. 2019). A miner sees each system by itself, line by line; asked is what it says after the last.
 */
final class Logs {
    private static final double LIMIT = 0.90;
    private static final long WARM = 3_000_000_000L;
    private static final long MEASURED = 5_000_000_000L;

    private Logs() {}

    static void measure(Path folder) throws IOException {
        var samples = LogSample.in(folder);
        if (samples.isEmpty()) throw new IOException("No X.log with X.structured.csv beside it in " + folder);
        double lines = 0;
        double messages = 0;
        for (var sample : samples) {
            var byMessage = patterns(sample.messages(), Miner::learnMessage);
            var byLine = sample.lines().isEmpty() ? byMessage : patterns(sample.lines(), Miner::learn);
            double right = accuracy(byLine, sample.events());
            double rightMessages = accuracy(byMessage, sample.events());
            lines += right;
            messages += rightMessages;
            row(sample, byLine, right, rightMessages);
        }
        int systems = samples.size();
        Table.row(
                "logs, mean of " + systems,
                "%.3f of the lines, %.3f of the messages".formatted(lines / systems, messages / systems),
                "≥ %.2f".formatted(LIMIT),
                lines / systems / LIMIT);
        Table.row("logs, speed", "%.0f lines/s on one thread".formatted(speed(samples)), "as many as can be", null);
    }

    private static void row(LogSample sample, List<Long> patterns, double right, double rightMessages) {
        Table.row(
                "logs, " + sample.system(),
                "%.3f of %d lines%s, %.3f of the messages; %d patterns for %d events"
                        .formatted(
                                right,
                                sample.events().size(),
                                sample.lines().isEmpty() ? " (messages: no lines)" : "",
                                rightMessages,
                                new HashSet<>(patterns).size(),
                                new HashSet<>(sample.events()).size()),
                "≥ %.2f on average".formatted(LIMIT),
                right / LIMIT);
    }

    private static List<Long> patterns(List<String> lines, BiFunction<Miner, String, Learned> learn) {
        var miner = new Miner();
        var wentOn = new HashMap<Long, Long>();
        var said = new ArrayList<Long>();
        for (var line : lines) {
            var learned = learn.apply(miner, line);
            said.add(learned.pattern().id());
            for (long joined : learned.joined())
                wentOn.put(joined, learned.pattern().id());
        }
        return said.stream().map(id -> last(id, wentOn)).toList();
    }

    private static long last(long id, Map<Long, Long> wentOn) {
        long last = id;
        while (wentOn.containsKey(last)) last = wentOn.get(last);
        return last;
    }

    static double accuracy(List<Long> patterns, List<String> events) {
        var lines = new HashMap<Object, List<Integer>>();
        for (int n = 0; n < events.size(); n++) {
            lines.computeIfAbsent(patterns.get(n), _ -> new ArrayList<>()).add(n);
            lines.computeIfAbsent(events.get(n), _ -> new ArrayList<>()).add(n);
        }
        int right = 0;
        for (int n = 0; n < events.size(); n++)
            if (lines.get(patterns.get(n)).equals(lines.get(events.get(n)))) right++;
        return (double) right / events.size();
    }

    private static double speed(List<LogSample> samples) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < WARM) learnAll(samples);
        long learned = 0;
        begun = System.nanoTime();
        while (System.nanoTime() - begun < MEASURED) learned += learnAll(samples);
        return learned / ((System.nanoTime() - begun) / 1e9);
    }

    private static long learnAll(List<LogSample> samples) {
        long learned = 0;
        for (var sample : samples) {
            var miner = new Miner();
            var lines = sample.lines().isEmpty() ? sample.messages() : sample.lines();
            lines.forEach(miner::learn);
            learned += lines.size();
        }
        return learned;
    }
}
