package dev.qiao.base.web;

/**
 * Addresses at which machines hand in what they have to say, contributed by the room that listens. Nobody is recognized there, for
 * whoever calls shows a key of the room's own; so their handlers are {@link Open}, and what they refuse is told as a problem (RFC 9457).
 *
 * @param beginning of the addresses, such as {@code /in/}
 */
public record Hatch(String beginning) {
    /** All of them, as a pattern. */
    public String pattern() {
        return beginning + "**";
    }

    public boolean covers(String address) {
        return address.startsWith(beginning);
    }
}
