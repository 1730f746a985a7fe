package dev.qiao.sla;

import dev.qiao.base.Coded;

/** How a promise stands. A broken one is breached whether its clock still runs or not. */
public enum State implements Coded {
    RUNNING,
    PAUSED,
    MET,
    BREACHED
}
