package dev.qiao.channel;

import dev.qiao.base.Coded;

/** Why somebody is written to. */
public enum Occasion implements Coded {
    INVITATION,
    RESET,
    /** A ticket is solved: its requester is told, and asked how it went. */
    RESOLVED,
    /** A survey asks somebody. */
    SURVEY
}
