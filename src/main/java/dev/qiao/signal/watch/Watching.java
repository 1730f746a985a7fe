package dev.qiao.signal.watch;

/**
 * How a rule stands.
 *
 * @param courses how many it watches, as it last found them
 * @param wrong how many of them are wrong now
 */
public record Watching(int courses, int wrong) {
    public static final Watching NOTHING = new Watching(0, 0);
}
