package dev.qiao.signal.source;

import dev.qiao.base.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, as {@code 10.1.0.0/16}; an address alone is a network of one.
 *
 * @param bits how many of the first bits are alike
 */
record Network(InetAddress address, int bits) {
    private static final Pattern SHAPE =
            Pattern.compile("([\\d.]{7,15}|[\\da-fA-F:.]*:[\\da-fA-F:.]*)(?:/(\\d{1,3}))?");
    private static final int MOST = 100;

    static Optional<Network> of(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) return Optional.empty();
        try {
            // No name, so that nobody is asked for it.
            var address = InetAddress.ofLiteral(parts.group(1));
            int all = address.getAddress().length * Byte.SIZE;
            int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
            return bits <= all ? Optional.of(new Network(address, bits)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Errors: invalid, for what is no network, and for too many. */
    static List<String> checked(List<String> texts) {
        if (texts.size() > MOST) throw Refused.invalid("from", "signal.from_many", MOST);
        for (var text : texts) if (of(text).isEmpty()) throw Refused.invalid("from", "signal.from_wrong", text);
        return List.copyOf(texts);
    }

    boolean holds(InetAddress other) {
        var mine = address.getAddress();
        var theirs = plain(other).getAddress();
        if (mine.length != theirs.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int place = bit / Byte.SIZE;
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[place] & mask) != (theirs[place] & mask)) return false;
        }
        return true;
    }

    private static InetAddress plain(InetAddress address) {
        try {
            // One of version 4 that is written as one of version 6 becomes what it is.
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
