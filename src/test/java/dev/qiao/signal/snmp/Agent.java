package dev.qiao.signal.snmp;

import dev.qiao.signal.source.TrapUser;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A device that sends traps. */
final class Agent implements AutoCloseable {
    static final String LINK_DOWN = "1.3.6.1.6.3.1.1.5.3";
    static final String LINK_UP = "1.3.6.1.6.3.1.1.5.4";

    private final Snmp snmp;
    private final UdpAddress desk;
    private final byte[] engine = MPv3.createLocalEngineID(new OctetString(String.valueOf(System.nanoTime())));

    Agent(int port) throws IOException {
        this.desk = new UdpAddress(InetAddress.getLoopbackAddress(), port);
        this.snmp = new Snmp(
                new MessageDispatcherImpl(),
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0)));
        snmp.getMessageDispatcher().addMessageProcessingModel(new MPv1());
        snmp.getMessageDispatcher().addMessageProcessingModel(new MPv2c());
        snmp.listen();
    }

    /** Speaks SNMPv3 as this user from now on. */
    void as(TrapUser user) {
        var protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        var usm = new USM(protocols, new OctetString(engine), 1);
        usm.setEngineDiscoveryEnabled(true);
        usm.addUser(TrapEngine.user(user));
        var models = new SecurityModels();
        models.addSecurityModel(usm);
        snmp.getMessageDispatcher()
                .addMessageProcessingModel(new MPv3(engine, null, protocols, models, CounterSupport.getInstance()));
    }

    static VariableBinding number(String oid, int value) {
        return new VariableBinding(new OID(oid), new Integer32(value));
    }

    static VariableBinding text(String oid, String value) {
        return new VariableBinding(new OID(oid), new OctetString(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static <P extends PDU> P filled(P pdu, int type, String trap, VariableBinding... variables) {
        pdu.setType(type);
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(4711)));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, new OID(trap)));
        for (var each : variables) pdu.add(each);
        return pdu;
    }

    void trap(String community, String trap, VariableBinding... variables) throws IOException {
        snmp.send(filled(new PDU(), PDU.TRAP, trap, variables), community(community, SnmpConstants.version2c));
    }

    /** Whether it was answered. */
    boolean inform(String community, String trap, VariableBinding... variables) throws IOException {
        var target = community(community, SnmpConstants.version2c);
        return snmp.send(filled(new PDU(), PDU.INFORM, trap, variables), target).getResponse() != null;
    }

    void trapOfVersion1(String community, String enterprise, int generic, int specific, Map<String, Variable> variables)
            throws IOException {
        var pdu = new PDUv1();
        pdu.setType(PDU.V1TRAP);
        pdu.setEnterprise(new OID(enterprise));
        pdu.setGenericTrap(generic);
        pdu.setSpecificTrap(specific);
        pdu.setAgentAddress(new IpAddress("192.0.2.7"));
        pdu.setTimestamp(4711);
        variables.forEach((oid, value) -> pdu.add(new VariableBinding(new OID(oid), value)));
        snmp.send(pdu, community(community, SnmpConstants.version1));
    }

    void trapAs(TrapUser user, int level, String trap, VariableBinding... variables) throws IOException {
        var target = user(user, level);
        target.setAuthoritativeEngineID(engine);
        snmp.send(filled(new ScopedPDU(), PDU.TRAP, trap, variables), target);
    }

    /** Whether it was answered. */
    boolean informAs(TrapUser user, String trap, VariableBinding... variables) throws IOException {
        var target = user(user, SecurityLevel.AUTH_PRIV);
        var answer = snmp.send(filled(new ScopedPDU(), PDU.INFORM, trap, variables), target)
                .getResponse();
        return answer != null && answer.getType() == PDU.RESPONSE;
    }

    private Target<UdpAddress> community(String community, int version) {
        var target = new CommunityTarget<>(desk, new OctetString(community));
        target.setVersion(version);
        target.setTimeout(3_000);
        target.setRetries(0);
        return target;
    }

    private UserTarget<UdpAddress> user(TrapUser user, int level) {
        var target = new UserTarget<>(desk, new OctetString(user.name()), new byte[0], level);
        target.setVersion(SnmpConstants.version3);
        target.setTimeout(3_000);
        target.setRetries(1);
        return target;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
