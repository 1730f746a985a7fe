package dev.qiao.signal.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A line in its parts. A line that begins with no time has no header: all of it is the message.
 *
 * @param time when it was written, as the line says it
 * @param level how grave it is, as the line says it
 * @param host the machine, where the line has the form of syslog
 * @param process who wrote it: a program, a class, a component
 */
public record Header(
        @Nullable String time,
        @Nullable String level,
        @Nullable String host,
        @Nullable String process,
        String message) {

    /** Takes a line apart; what is not understood stays in the message. */
    public static Header cut(String line) {
        return new Cut(line).header();
    }
}
