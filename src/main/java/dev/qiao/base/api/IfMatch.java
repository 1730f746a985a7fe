package dev.qiao.base.api;

import dev.qiao.base.Refused;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version the caller saw, if they said so.
 *
 * @param versions null when any will do
 */
public record IfMatch(@Nullable Set<Integer> versions) {
    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})(?:-[\\da-f]{1,8})?\"");

    /** Nobody said. */
    public static final IfMatch ANY = new IfMatch(null);

    static IfMatch of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) return ANY;
        var versions = new TreeSet<Integer>();
        Arrays.stream(header.split(",")).map(String::strip).forEach(tag -> {
            var version = TAG.matcher(tag);
            if (!version.matches()) throw Refused.malformed("If-Match", "base.api.bad_if_match");
            versions.add(Integer.parseInt(version.group(1)));
        });
        return new IfMatch(versions);
    }

    /**
     * The version that the caller saw, for a verb that compares it itself; null when any will do.
     *
     * @param now which it is, asked only where the caller named several
     */
    public @Nullable Integer version(IntSupplier now) {
        if (versions == null) return null;
        if (versions.size() == 1) return versions.iterator().next();
        int current = now.getAsInt();
        return versions.contains(current) ? Integer.valueOf(current) : Collections.max(versions);
    }

    /** Errors: stale, when the caller saw another version. */
    public void must(int version) {
        if (versions != null && !versions.contains(version)) {
            throw Refused.stale("base.api.stale", versions.iterator().next(), version);
        }
    }
}
