package dev.qiao.ticket.deed;

import dev.qiao.base.Coded;

/** An act that can be done to many tickets, or as one of several to one. */
public enum Deed implements Coded {
    ACCEPT,
    ASSIGN,
    HOLD,
    RESUME,
    RESOLVE,
    CLOSE,
    REOPEN,
    HAND_BACK,
    PRIORITY,
    TAG,
    UNTAG,
    WATCH,
    UNWATCH,
    REPLY,
    NOTE
}
