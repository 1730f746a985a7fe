package dev.qiao.signal;

/**
 * A sender said that all of a group is over, also what it cut off and did not name.
 *
 * @param group as {@link Told#group}
 */
public record Over(String group) implements Saying {}
