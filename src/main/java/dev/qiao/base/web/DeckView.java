package dev.qiao.base.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock span by span, drawn as a bridge: counted time is built, a pause is a rope, what is left is planned.
 *
 * @param spans as the agreement counted them, oldest first
 * @param due when the budget ends, if that can be said now
 */
public record DeckView(
        List<Span> spans, ClockView clock, @Nullable Instant due) {
    /** Width in percent of one rope, however long it lasted, and of all of them. */
    private static final double ROPE = 14;

    private static final double ROPES = 42;

    /** From here on an arch fits under the deck. */
    private static final double ROOM = 7;

    /** Where the word for the beginning ends at the latest and that for the deadline begins, and half of that for now. */
    private static final double FREE = 28;

    private static final double TAKEN = 66;
    private static final double NOW = 4;

    /** Letters in a percent of a narrow deck; Chinese ones take twice the place. */
    private static final double LETTERS = 0.5;

    /**
     * A stretch of time that counted, or did not and why.
     *
     * @param work how much of it counted
     * @param began why it began; empty where the words say so
     */
    public record Span(Instant from, Instant to, boolean counted, Duration work, String words, String began) {
        public Span(Instant from, Instant to, boolean counted, Duration work, String words) {
            this(from, to, counted, work, words, "");
        }

        Span and(Span next) {
            return new Span(from, next.to, counted, work.plus(next.work), words, began);
        }
    }

    /** A piece of the drawing, in percent of its width. */
    public record Piece(boolean built, double from, double width, String words) {
        public String x() {
            return percent(from);
        }

        public String end() {
            return percent(from + width);
        }

        public String wide() {
            return percent(width);
        }

        public String middle() {
            return percent(from + width / 2);
        }

        public String arch() {
            return percent(width * 0.39);
        }

        public boolean arched() {
            return built && width >= ROOM;
        }
    }

    public DeckView {
        spans = List.copyOf(spans);
    }

    /** What was built so far and the ropes between. */
    public List<Piece> pieces() {
        var merged = merged();
        long ropes = merged.stream().filter(span -> !span.counted()).count();
        double rope = ropes == 0 ? 0 : Math.min(ROPE, ROPES / ropes);
        double scale = (100 - rope * ropes)
                / Math.max(1, Math.max(clock.budget().toSeconds(), counted().toSeconds()));
        var pieces = new ArrayList<Piece>();
        double at = 0;
        for (var span : merged) {
            double width = span.counted() ? span.work().toSeconds() * scale : rope;
            pieces.add(new Piece(span.counted(), at, width, span.words()));
            at += width;
        }
        return pieces;
    }

    /** The pauses whose word has room: free of those at both ends, of that for now, and of each other. */
    public List<Piece> worded() {
        var worded = new ArrayList<Piece>();
        double free = FREE;
        for (var piece : pieces()) {
            double half = letters(piece.words()) / LETTERS / 2;
            double middle = piece.from() + piece.width() / 2;
            if (piece.built() || middle - half < free || middle + half > TAKEN) continue;
            if (nowWorded() && Math.abs(reached() - middle) < half + NOW) continue;
            worded.add(piece);
            free = middle + half;
        }
        return worded;
    }

    private static double letters(String words) {
        return words.chars().mapToDouble(letter -> letter < 0x2e80 ? 1 : 2).sum();
    }

    private static double rope(long ropes) {
        return ropes == 0 ? 0 : Math.min(ROPE, ROPES / ropes);
    }

    /** Percent of the width for a counted second. */
    private double scale() {
        long ropes = merged().stream().filter(span -> !span.counted()).count();
        return (100 - rope(ropes) * ropes)
                / Math.max(1, Math.max(clock.budget().toSeconds(), counted().toSeconds()));
    }

    /** What is still to be walked; empty when the budget is used up. */
    public Piece ahead() {
        double from = reached();
        return new Piece(true, from, Math.max(0, 100 - from), "");
    }

    /** Where the deck ends today, in percent. */
    public double reached() {
        var pieces = pieces();
        return pieces.isEmpty()
                ? 0
                : Math.min(100, pieces.getLast().from() + pieces.getLast().width());
    }

    /** Where the budget ends, in percent: at the far end, or where it was passed. */
    public double dueAt() {
        double rest = clock.budget().toSeconds();
        if (rest >= counted().toSeconds()) return 100;
        for (var piece : pieces()) {
            if (!piece.built()) continue;
            double holds = piece.width() / scale();
            if (holds >= rest) return piece.from() + rest * scale();
            rest -= holds;
        }
        return 100;
    }

    public String dueX() {
        return percent(dueAt());
    }

    /** The word for the deadline stands at its end of the deck, or free of the word at the other. */
    public boolean dueWorded() {
        return due != null && dueAt() > 42;
    }

    /** The word for now stands free of those at both ends. */
    public boolean nowWorded() {
        return clock.running() && reached() - NOW > FREE && reached() + NOW < TAKEN;
    }

    public String now() {
        return percent(reached());
    }

    public Duration counted() {
        return spans.stream().filter(Span::counted).map(Span::work).reduce(Duration.ZERO, Duration::plus);
    }

    /** What a span adds to the sum in whole minutes, so that the lines of the table make up its foot. */
    public Duration told(int index) {
        return told(0, index + 1).minus(told(0, index));
    }

    /** The sum in whole minutes: a minute that has begun is used. */
    public Duration told() {
        return told(0, spans.size());
    }

    private Duration told(int from, int to) {
        var exact = spans.subList(from, to).stream().map(Span::work).reduce(Duration.ZERO, Duration::plus);
        return Duration.ofMinutes((exact.toMillis() + 59_999) / 60_000);
    }

    public Duration left() {
        return clock.budget().minus(counted());
    }

    /** Neighbours of the same kind are one piece; a rope is told by its first reason. */
    private List<Span> merged() {
        var merged = new ArrayList<Span>();
        for (var span : spans) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.counted() == span.counted()) {
                merged.set(merged.size() - 1, last.and(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
