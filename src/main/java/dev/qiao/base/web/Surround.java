package dev.qiao.base.web;

import gg.jte.Content;
import java.util.Optional;

/** The page that a part belongs to, for whoever opens the part by itself: in a tab of its own, or before htmx had come. */
public interface Surround {
    /**
     * The whole page with this part in its place.
     *
     * @param path the address that answered with the part
     * @return empty when such a part stands elsewhere
     */
    Optional<String> around(String path, Content part, Page page);
}
