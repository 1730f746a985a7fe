package dev.qiao.base;

import java.util.List;

/** An invariant of a room's data, for {@code bin/qiao verify}. */
public interface Check {
    /** A stable name such as {@code sla.clock_is_replay}. */
    String name();

    /** What is wrong, in plain words with the numbers of the rows; at most 100; empty when all is well. */
    List<String> problems();

    /** What is not wrong but can hardly be meant; at most 100. */
    default List<String> hints() {
        return List.of();
    }
}
