package dev.qiao.base.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in this desk a reader is or wants to go, as a browser says it: not always in the form that the standard asks for. */
public final class Whereabouts {
    private static final Pattern URL = Pattern.compile("https?://[^/?#]*(/[^?#]*)?(\\?[^#]*)?(#.*)?");

    private Whereabouts() {}

    /** Only a page of ours, else the first one: a link cannot send its reader away. */
    public static String ours(String to) {
        boolean ours = to.startsWith("/") && !to.startsWith("//") && to.chars().noneMatch(c -> c == '\\' || c < ' ');
        return ours ? to : "/";
    }

    /** The path of a whole address, without what is asked there; empty for none. */
    public static String path(@Nullable String url) {
        var parts = URL.matcher(url == null ? "" : url);
        return parts.matches() && parts.group(1) != null ? parts.group(1) : "";
    }

    /** The page to come back to: the path of a whole address and what is asked there; the first page for none. */
    public static String page(@Nullable String url) {
        var parts = URL.matcher(url == null ? "" : url);
        if (!parts.matches() || parts.group(1) == null) return "/";
        return parts.group(1) + (parts.group(2) == null ? "" : parts.group(2));
    }
}
