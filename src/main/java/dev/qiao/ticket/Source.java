package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** Through which door a ticket came in. */
public enum Source implements Coded {
    WEB,
    API,
    PHONE,
    MAIL,
    CHAT,
    MONITORING,
    IMPORT,
    OTHER
}
