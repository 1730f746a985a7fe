package dev.qiao.base;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A fragment that a room above adds to the page of a subject below. Its template takes {@code page} and the model's entries. */
public interface Panel {
    /**
     * What a page sets in: a template and what it shows.
     *
     * @param template such as {@code feedback/web/panel}
     */
    record Fragment(String template, Map<String, Object> model) {}

    /** Order on the page, smallest first. */
    int place();

    /** Empty when there is nothing to say about this subject, or nothing that this person may read. */
    Optional<Fragment> panel(String kind, long subject, Me me, Instant now);
}
