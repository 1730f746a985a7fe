package dev.qiao.base;

import java.util.List;

/** Several workers that a room contributes at once, such as one for each reader of the journal. */
public interface Crew {
    List<Worker> workers();
}
