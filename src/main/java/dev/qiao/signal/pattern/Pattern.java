package dev.qiao.signal.pattern;

/**
 * What lines have in common.
 *
 * @param id never used again for another; a pattern keeps it when it grows wider
 * @param text its words, {@code <*>} for each value, {@code …} for whatever else may follow
 * @param lines how many lines it has had, with those of the patterns that went on in it
 */
public record Pattern(long id, String text, long lines) {}
