package dev.qiao.base.api;

/** The version of a thing, as HTTP speaks of it: {@code "v3"}. */
public final class Etag {
    private Etag() {}

    /** The version of a thing as HTTP says it: {@code "v3"} (RFC 9110, section 8.8.3). */
    public static String of(int version) {
        return "\"v" + version + "\"";
    }

    /**
     * The same of an answer that also tells what moves no version, such as whom dispatch gave it to: {@code "v3-5f2c"}. Who asks
     * whether it is still so is told no when any of it is otherwise; a change goes by the version alone ({@link IfMatch}).
     */
    public static String of(int version, Object told) {
        return "\"v" + version + "-" + Integer.toHexString(told.hashCode()) + "\"";
    }
}
