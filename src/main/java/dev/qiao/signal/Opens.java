package dev.qiao.signal;

/** What an alert opens when it belongs to no ticket yet. */
enum Opens {
    /** It goes along with its group, if there is a ticket. */
    NOTHING,
    /** A task: something will be wrong, and users have not noticed yet. */
    WARNING,
    /** Something is wrong. */
    INCIDENT
}
