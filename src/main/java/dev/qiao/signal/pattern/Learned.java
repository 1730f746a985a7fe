package dev.qiao.signal.pattern;

import java.util.List;

/**
 * What one line brought.
 *
 * @param fresh whether no line of this pattern came before
 * @param joined patterns that go on in this one from now on; their lines are counted in it
 * @param forgotten patterns for which there is no room any more; what comes back later is a new pattern
 */
public record Learned(Pattern pattern, boolean fresh, List<Long> joined, List<Long> forgotten) {}
