package dev.qiao.signal.snmp;

import dev.qiao.signal.Payload;
import dev.qiao.signal.snmp.Trap.Variable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** A trap as it is kept, of the trap as it came. */
final class Decoded {
    private static final int LONGEST = 4_000;
    private static final List<String> VERSIONS = List.of("1", "2c", "2", "3");

    private Decoded() {}

    /**
     * @param model 0, 1 and 3 for version 1, 2c and 3
     * @param peer who sent the packet
     */
    static Trap of(PDU pdu, int model, String peer) {
        var version = VERSIONS.get(model);
        if (pdu instanceof PDUv1 first)
            return new Trap(agent(first, peer), version, trap(first), variables(first, first.getTimestamp()));
        var trap = pdu.getVariable(SnmpConstants.snmpTrapOID);
        var told = pdu.getVariable(SnmpConstants.snmpTrapAddress);
        return new Trap(
                told == null ? peer : told.toString(),
                version,
                trap instanceof OID oid ? oid.toDottedString() : "0.0",
                variables(pdu, null));
    }

    private static String agent(PDUv1 trap, String peer) {
        var told = trap.getAgentAddress();
        return told == null || told.getInetAddress().isAnyLocalAddress()
                ? peer
                : told.getInetAddress().getHostAddress();
    }

    /** RFC 3584, section 3.1. */
    private static String trap(PDUv1 trap) {
        if (trap.getGenericTrap() == PDUv1.ENTERPRISE_SPECIFIC) {
            var oid = new OID(trap.getEnterprise());
            oid.append(0);
            oid.append(trap.getSpecificTrap());
            return oid.toDottedString();
        }
        return "1.3.6.1.6.3.1.1.5." + (trap.getGenericTrap() + 1);
    }

    private static List<Variable> variables(PDU pdu, @Nullable Long uptime) {
        var all = new ArrayList<Variable>();
        if (uptime != null)
            all.add(new Variable(
                    SnmpConstants.sysUpTime.toDottedString(), "TimeTicks", new TimeTicks(uptime).toString()));
        for (VariableBinding each : pdu.getVariableBindings()) {
            var oid = each.getOid();
            // Which trap it is stands beside; a community is a key, and keys are not kept.
            if (oid.equals(SnmpConstants.snmpTrapOID) || oid.equals(SnmpConstants.snmpTrapCommunity)) continue;
            var value = each.getVariable();
            var text = value instanceof OctetString octets ? text(octets.getValue()) : value.toString();
            all.add(new Variable(oid.toDottedString(), value.getSyntaxString(), Payload.cut(text, LONGEST)));
        }
        return all;
    }

    /** As words where they are words, else in hexadecimal. */
    private static String text(byte[] octets) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            // A text of C ends with a NUL.
            var whole = text.replaceAll("\\x00+$", "");
            if (whole.chars().allMatch(Decoded::readable)) return whole;
        } catch (CharacterCodingException _) {
            // no text
        }
        return HexFormat.ofDelimiter(":").formatHex(octets);
    }

    private static boolean readable(int c) {
        return c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c);
    }
}
