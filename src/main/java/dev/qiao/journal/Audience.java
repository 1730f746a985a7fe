package dev.qiao.journal;

import dev.qiao.base.Coded;

/** Who may read an entry: whoever sees the subject, the desk only, or those who may see the audit. */
public enum Audience implements Coded {
    PUBLIC,
    INTERNAL,
    ADMIN
}
