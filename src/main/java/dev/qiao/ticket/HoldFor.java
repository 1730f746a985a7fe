package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** Whom a held ticket waits for; the agreement says which of them stop the clock. */
public enum HoldFor implements Coded {
    REQUESTER,
    SUPPLIER,
    CHANGE,
    OTHER
}
