package dev.qiao.signal.snmp;

import java.util.Map;
import java.util.TreeMap;

/** What well-known OIDs are called. */
final class Oids {
    /** Traps, by their whole OIDs. */
    private static final Map<String, String> TRAPS = Map.of(
            "1.3.6.1.6.3.1.1.5.1", "coldStart",
            "1.3.6.1.6.3.1.1.5.2", "warmStart",
            "1.3.6.1.6.3.1.1.5.3", "linkDown",
            "1.3.6.1.6.3.1.1.5.4", "linkUp",
            "1.3.6.1.6.3.1.1.5.5", "authenticationFailure",
            "1.3.6.1.6.3.1.1.5.6", "egpNeighborLoss");

    /** Variables, by their OIDs without the place in their table. */
    private static final TreeMap<String, String> VARIABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("1.3.6.1.2.1.1.1.", "sysDescr"),
            Map.entry("1.3.6.1.2.1.1.2.", "sysObjectID"),
            Map.entry("1.3.6.1.2.1.1.3.", "sysUpTime"),
            Map.entry("1.3.6.1.2.1.1.4.", "sysContact"),
            Map.entry("1.3.6.1.2.1.1.5.", "sysName"),
            Map.entry("1.3.6.1.2.1.1.6.", "sysLocation"),
            Map.entry("1.3.6.1.2.1.2.2.1.1.", "ifIndex"),
            Map.entry("1.3.6.1.2.1.2.2.1.2.", "ifDescr"),
            Map.entry("1.3.6.1.2.1.2.2.1.3.", "ifType"),
            Map.entry("1.3.6.1.2.1.2.2.1.5.", "ifSpeed"),
            Map.entry("1.3.6.1.2.1.2.2.1.6.", "ifPhysAddress"),
            Map.entry("1.3.6.1.2.1.2.2.1.7.", "ifAdminStatus"),
            Map.entry("1.3.6.1.2.1.2.2.1.8.", "ifOperStatus"),
            Map.entry("1.3.6.1.2.1.31.1.1.1.1.", "ifName"),
            Map.entry("1.3.6.1.2.1.31.1.1.1.18.", "ifAlias"),
            Map.entry("1.3.6.1.2.1.47.1.1.1.1.2.", "entPhysicalDescr"),
            Map.entry("1.3.6.1.2.1.47.1.1.1.1.7.", "entPhysicalName"),
            Map.entry("1.3.6.1.2.1.25.3.2.1.3.", "hrDeviceDescr"),
            Map.entry("1.3.6.1.2.1.33.1.6.3.", "upsWellKnownAlarm"),
            Map.entry("1.3.6.1.6.3.1.1.4.3.", "snmpTrapEnterprise"),
            Map.entry("1.3.6.1.6.3.18.1.3.", "snmpTrapAddress")));

    private Oids() {}

    static String trap(String oid) {
        return TRAPS.getOrDefault(oid, oid);
    }

    static String variable(String oid) {
        var before = VARIABLES.floorEntry(oid);
        return before != null && oid.startsWith(before.getKey()) ? before.getValue() : oid;
    }
}
