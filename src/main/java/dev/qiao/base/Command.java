package dev.qiao.base;

/**
 * A command of {@code bin/qiao}: a picocli command object whose options are its fields, named in {@code Qiao.COMMANDS}. It runs beside
 * a serving desk or without one; its database is there either way.
 */
public interface Command {
    /** Does it, and returns the exit code. A {@link Refused} is told in words and exits with 1. */
    int run(Desk desk);

    /** Whether it looks at what is there: an empty folder would be a mistyped one. */
    default boolean looks() {
        return false;
    }
}
