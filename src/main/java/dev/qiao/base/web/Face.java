package dev.qiao.base.web;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on a page. Round is whom we serve, square is us, cut corners are a machine, dashed is nobody.
 *
 * @param about the organization, team or title that stands behind the name in grey
 */
public record Face(
        long id, String name, Kind kind, @Nullable String about, boolean vip) {
    /** What the shape of an avatar says. */
    public enum Kind {
        SERVED,
        US,
        MACHINE,
        NOBODY
    }

    public static Face served(long id, String name, @Nullable String about) {
        return new Face(id, name, Kind.SERVED, about, false);
    }

    public static Face us(long id, String name, @Nullable String about) {
        return new Face(id, name, Kind.US, about, false);
    }

    public static Face machine(String name) {
        return new Face(0, name, Kind.MACHINE, null, false);
    }

    /** Nobody yet; the name says so. */
    public static Face nobody(String name) {
        return new Face(0, name, Kind.NOBODY, null, false);
    }

    public Face vip(boolean vip) {
        return new Face(id, name, kind, about, vip);
    }

    /** What stands in the avatar: the family name of a Chinese name, the first letter of another. */
    public String initial() {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }

    /** The classes of the avatar; the tint is a hash of the id. */
    public String look(int size) {
        var shape = switch (kind) {
            case SERVED -> "av t" + (1 + Math.floorMod(id, 6));
            case US -> "av is-us t" + (1 + Math.floorMod(id, 6));
            case MACHINE -> "av is-machine";
            case NOBODY -> "av is-empty";
        };
        return size == 24 ? shape : shape + " is-" + size;
    }
}
