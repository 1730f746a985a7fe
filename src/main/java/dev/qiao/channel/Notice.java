package dev.qiao.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told. Its text takes the subject's number, the actor's name and then the arguments.
 *
 * @param entry what it tells of
 * @param key the message key of its text
 * @param actor 0 is Qiao itself
 */
public record Notice(
        long id,
        long entry,
        Instant at,
        String key,
        List<Object> arguments,
        String kind,
        long subject,
        long actor,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

    /** Asks for something now, and is marked so. */
    public boolean pressing() {
        return Telling.PRESSING.contains(key);
    }
}
