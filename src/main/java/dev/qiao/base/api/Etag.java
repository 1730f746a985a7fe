package dev.qiao.base.api;

/** The version of a thing, as HTTP speaks of it: {@code "v3"}. */
public final class Etag {
    private Etag() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }
}
