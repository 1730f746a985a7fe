package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** How a ticket ended. */
public enum Outcome implements Coded {
    FIXED,
    WORKAROUND,
    NOT_REPRODUCIBLE,
    DUPLICATE,
    BY_DESIGN,
    CANCELLED
}
