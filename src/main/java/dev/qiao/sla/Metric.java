package dev.qiao.sla;

import dev.qiao.base.Coded;

/** What is promised: a first answer, and a solution. */
public enum Metric implements Coded {
    RESPONSE,
    RESOLUTION
}
