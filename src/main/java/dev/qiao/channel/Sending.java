package dev.qiao.channel;

import org.jspecify.annotations.Nullable;

/** What became of an attempt to send. */
sealed interface Sending {
    record Sent() implements Sending {}

    /**
     * It did not go out.
     *
     * @param problem message key of what went wrong
     * @param answer the mail server's code, where it gave one
     * @param forever trying again is of no use
     */
    record Failed(String problem, @Nullable Integer answer, boolean forever) implements Sending {}
}
