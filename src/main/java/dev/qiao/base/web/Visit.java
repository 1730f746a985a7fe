package dev.qiao.base.web;

import dev.qiao.base.Look;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the request says about the reader's page.
 *
 * @param path without the query
 * @param dismissed the tips that were read and put away on this device
 * @param shortcuts whether single keys act
 * @param fragment whether htmx asks, so that only the fragment is wanted
 * @param mark what the page could see at most: what commits after it is news to it; empty for what is not a page
 */
public record Visit(
        String path,
        Look look,
        Set<String> dismissed,
        boolean shortcuts,
        boolean fragment,
        String csrf,
        String csrfHeader,
        String mark) {
    /** The value of an attribute on the page: nothing for the standard. */
    public @Nullable String size() {
        return look.size() == Look.Size.NORMAL ? null : look.size().code();
    }

    public @Nullable String motion() {
        return look.motion() == Look.Motion.SYSTEM ? null : look.motion().code();
    }
}
