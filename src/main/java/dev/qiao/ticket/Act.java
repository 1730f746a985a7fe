package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** What can be done to a ticket, by the nouns of its resources. */
public enum Act implements Coded {
    ACCEPTANCE,
    HAND_BACK,
    ASSIGNMENT,
    HOLD,
    RESUME,
    RESOLUTION,
    CLOSURE,
    REOPENING,
    COMMENTS,
    INTERNAL_COMMENTS,
    ATTACHMENTS,
    EDIT,
    WATCHING
}
