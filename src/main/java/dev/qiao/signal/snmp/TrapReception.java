package dev.qiao.signal.snmp;

/**
 * What became of traps on this node since it started.
 *
 * @param kept traps that are durable
 * @param full traps that found no room while too many waited
 * @param broken packets that are no SNMP
 */
public record TrapReception(long kept, long full, long broken) {
    /** What is gone. */
    public long lost() {
        return full + broken;
    }
}
