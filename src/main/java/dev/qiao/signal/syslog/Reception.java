package dev.qiao.signal.syslog;

/**
 * What became of syslog on this node since it started.
 *
 * @param kept messages that are durable
 * @param full messages that found no room while too many waited
 * @param nobody messages that came while no source of syslog was listened to
 * @param broken streams that were not cut as they should be
 * @param refused connections beyond those that are allowed
 */
public record Reception(long kept, long full, long nobody, long broken, long refused) {
    /** What is gone. */
    public long lost() {
        return full + nobody + broken + refused;
    }
}
