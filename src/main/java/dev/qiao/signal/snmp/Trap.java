package dev.qiao.signal.snmp;

import java.util.List;

/**
 * A trap as it was decoded, without the community or the user by whom it came.
 *
 * @param agent the address of the device that it is about
 * @param version of SNMP: 1, 2c or 3
 * @param trap its OID; that of a trap of version 1 as RFC 3584 says
 */
public record Trap(String agent, String version, String trap, List<Variable> variables) {
    /** What it says of one thing. */
    public record Variable(String oid, String type, String value) {}

    /** About how many bytes it is when it is written. */
    int size() {
        return 200
                + variables.stream()
                        .mapToInt(v -> 80 + v.oid().length() + 2 * v.value().length())
                        .sum();
    }
}
