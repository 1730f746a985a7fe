package dev.qiao.base.api;

/** The version of a thing, as HTTP speaks of it: {@code "v3"}. */
public final class Etag {
    private Etag() {}

    /** The version of a thing as HTTP says it: {@code "v3"} (RFC 9110, section 8.8.3). */
    public static String of(int version) {
        return "\"v" + version + "\"";
    }
}
