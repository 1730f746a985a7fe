package dev.qiao.channel.mail;

import dev.qiao.base.Coded;

/** What became of a mail. */
public enum Outcome implements Coded {
    TICKET,
    COMMENT,
    BOUNCE,
    AUTO_REPLY,
    REJECTED,
    QUARANTINED
}
