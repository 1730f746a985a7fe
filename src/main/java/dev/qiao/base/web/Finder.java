package dev.qiao.base.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command palette finds: each room contributes its own, and shows nobody more than their pages would. */
public interface Finder {
    /**
     * One thing found.
     *
     * @param about stands behind it in grey
     * @param icon symbol of icons.svg, without {@code i-}
     * @param path where it opens
     */
    record Found(String label, @Nullable String about, String icon, String path) {}

    /** Whether it finds what is set up rather than what is worked on: the settings show it too. */
    default boolean configures() {
        return false;
    }

    /** Order in the palette, smallest first. */
    int place();

    /** Message key of the word above its findings. */
    String head();

    /** A handful at most; what somebody typed may be empty. */
    List<Found> find(String typed, Page page);
}
