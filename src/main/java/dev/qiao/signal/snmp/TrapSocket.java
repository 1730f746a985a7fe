package dev.qiao.signal.snmp;

import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Strangers;
import dev.qiao.signal.source.TrapDoors;
import dev.qiao.signal.source.TrapDoors.Known;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.mp.MessageProcessingModel;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.transport.TransportListener;

/** Traps and informs over UDP. Who names no community and no user of ours is counted as a stranger, and what is no SNMP as broken. */
final class TrapSocket implements AutoCloseable, TransportListener, CommandResponder {
    private static final Logger LOG = LoggerFactory.getLogger(TrapSocket.class);
    private static final int PACKET = 65_535;
    private static final int ROOM = 4 * 1_048_576;
    /** So many packets of unknown users are remembered something of, at most. */
    private static final int MOST_STRANGE = 50_000;

    private static final Set<OID> STRANGE = Set.of(
            SnmpConstants.usmStatsUnknownUserNames,
            SnmpConstants.usmStatsWrongDigests,
            SnmpConstants.usmStatsDecryptionErrors,
            SnmpConstants.usmStatsUnsupportedSecLevels);

    private static final Set<OID> BROKEN = Set.of(
            SnmpConstants.snmpInASNParseErrs,
            SnmpConstants.snmpInBadVersions,
            SnmpConstants.snmpInvalidMsgs,
            SnmpConstants.snmpUnknownSecurityModels);

    private final TrapDoors doors;
    private final TrapQueue queue;
    private final Strangers strangers;
    private final String name;
    private final DefaultUdpTransportMapping transport;
    private final AtomicLong strange = new AtomicLong();
    private TrapEngine engine;

    /** @param name by which it is the same to who sends informs after a restart */
    TrapSocket(InetSocketAddress where, TrapDoors doors, TrapQueue queue, Strangers strangers, String name)
            throws IOException {
        this.doors = doors;
        this.queue = queue;
        this.strangers = strangers;
        this.name = name;
        this.transport = new DefaultUdpTransportMapping(new UdpAddress(where.getAddress(), where.getPort()));
        this.engine = engine(List.of());
        transport.setMaxInboundMessageSize(PACKET);
        transport.setReceiveBufferSize(ROOM);
        transport.addTransportListener(this);
        transport.listen();
    }

    int port() {
        return transport.getListenAddress().getPort();
    }

    private TrapEngine engine(List<Known> users) {
        strange.set(0);
        var fresh = new TrapEngine(name, users, this::count);
        fresh.dispatcher.addTransportMapping(transport);
        // What comes goes through our hands first.
        transport.removeTransportListener(fresh.dispatcher);
        fresh.dispatcher.addCommandResponder(this);
        return fresh;
    }

    private void count(CounterEvent event) {
        if (STRANGE.contains(event.getOid())) {
            strange.incrementAndGet();
            strangers.count();
        }
        if (BROKEN.contains(event.getOid())) queue.broken();
    }

    @Override
    public <A extends Address> void processMessage(
            TransportMapping<? super A> from, A peer, ByteBuffer message, TransportStateReference state) {
        try {
            var users = doors.users();
            if (!users.equals(engine.users) || engine.full() || strange.get() > MOST_STRANGE) engine = engine(users);
            engine.dispatcher.processMessage(from, peer, message, state);
        } catch (RuntimeException failure) {
            LOG.debug("a packet is no SNMP", failure);
            queue.broken();
        }
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        var pdu = event.getPDU();
        boolean inform = pdu.getType() == PDU.INFORM;
        if (!inform && pdu.getType() != PDU.TRAP && pdu.getType() != PDU.V1TRAP) return;
        event.setProcessed(true);
        var source = source(event);
        if (source.isEmpty()) {
            strangers.count();
            return;
        }
        var peer = event.getPeerAddress() instanceof UdpAddress udp
                ? udp.getInetAddress().getHostAddress()
                : String.valueOf(event.getPeerAddress());
        var trap = Decoded.of(pdu, event.getMessageProcessingModel(), peer);
        queue.offer(source.get(), trap, inform ? () -> answer(event) : () -> {});
    }

    /** Whose community it is, or whose user, who has to sign and hide as is agreed. */
    private Optional<Source> source(CommandResponderEvent<?> event) {
        var said = new String(event.getSecurityName(), StandardCharsets.UTF_8);
        if (event.getMessageProcessingModel() != MessageProcessingModel.MPv3) return doors.community(said);
        return engine.users.stream()
                .filter(known -> known.user().name().equals(said))
                .filter(known -> event.getSecurityLevel()
                        == (known.user().hides() ? SecurityLevel.AUTH_PRIV : SecurityLevel.AUTH_NOPRIV))
                .map(Known::source)
                .findFirst();
    }

    private static <A extends Address> void answer(CommandResponderEvent<A> event) {
        var response = (PDU) event.getPDU().clone();
        response.setType(PDU.RESPONSE);
        response.setErrorStatus(PDU.noError);
        response.setErrorIndex(0);
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException failure) {
            LOG.debug("an inform could not be answered", failure);
        }
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
