package dev.qiao.signal.rule;

import dev.qiao.base.Coded;

/** What an alert opens when it belongs to no ticket yet. */
public enum Opens implements Coded {
    /** It goes along with its group, if there is a ticket. */
    NOTHING,
    /** A task: something will be wrong, and users have not noticed yet. */
    WARNING,
    /** Something is wrong. */
    INCIDENT
}
