package dev.qiao.ticket.link;

import dev.qiao.base.Coded;

/** How one ticket stands to another, said from its own side. */
public enum Relation implements Coded {
    DUPLICATE_OF,
    DUPLICATED_BY,
    CAUSED_BY,
    CAUSES,
    RELATED,
    CHILD_OF,
    PARENT_OF;

    /** The same, said from the other side. */
    public Relation inverse() {
        return switch (this) {
            case DUPLICATE_OF -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATE_OF;
            case CAUSED_BY -> CAUSES;
            case CAUSES -> CAUSED_BY;
            case RELATED -> RELATED;
            case CHILD_OF -> PARENT_OF;
            case PARENT_OF -> CHILD_OF;
        };
    }

    /** Each pair is stored once, from this side or from the other. */
    boolean storedFrom(long number, long other) {
        return switch (this) {
            case DUPLICATE_OF, CAUSED_BY, CHILD_OF -> true;
            case DUPLICATED_BY, CAUSES, PARENT_OF -> false;
            case RELATED -> number < other;
        };
    }
}
