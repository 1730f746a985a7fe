package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** What was behind it. */
public enum Cause implements Coded {
    HARDWARE,
    SOFTWARE,
    NETWORK,
    CONFIGURATION,
    CAPACITY,
    HUMAN,
    SUPPLIER,
    UNKNOWN
}
