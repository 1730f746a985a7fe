package dev.qiao.base.web;

import java.util.Optional;

/** What of one's own can still be found when a page is not there any more: a room contributes one. */
public interface WayOut {
    /** Empty when there is nothing. */
    Optional<Way> from(String path, Page page);

    /**
     * A link.
     *
     * @param word as it is read
     */
    record Way(String word, String path) {}
}
