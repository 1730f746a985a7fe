package dev.qiao.dispatch;

import dev.qiao.base.Coded;

/** What a rule, a service or a category wants somebody to be able to do. */
public record Want(Kind kind, long subject, long skill, int level) {
    /** What can want something. */
    public enum Kind implements Coded {
        RULE,
        SERVICE,
        CATEGORY
    }
}
