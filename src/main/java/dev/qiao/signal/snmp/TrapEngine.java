package dev.qiao.signal.snmp;

import dev.qiao.signal.source.TrapDoors.Known;
import dev.qiao.signal.source.TrapUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.event.CounterListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * Versions 1, 2c and 3 of SNMP for these users. Of who sends a trap the engine is not known before; each that a user names is taken, so
 * that what is remembered of engines is bounded by beginning anew.
 */
final class TrapEngine {
    private static final int MOST_ENGINES = 10_000;
    private static final int ID_BYTES = 16;
    /** It has started once more than whenever it started before, and nothing has to be written down for that. */
    private static final Instant FIRST_START = Instant.parse("2026-01-01T00:00:00Z");

    final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    final List<Known> users;
    private final @Nullable USM usm;

    /** @param name by which it is the same engine after a restart */
    TrapEngine(String name, List<Known> users, CounterListener counts) {
        this.users = users;
        dispatcher.addCounterListener(counts);
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        if (users.isEmpty()) {
            usm = null;
            return;
        }
        var id = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), ID_BYTES);
        var engine = MPv3.createLocalEngineID(new OctetString(id));
        int starts = (int) Duration.between(FIRST_START, Instant.now()).toSeconds();
        var protocols = protocols();
        var counters = new CounterSupport();
        counters.addCounterListener(counts);
        usm = new USM(protocols, new OctetString(engine), starts, counters);
        usm.setEngineDiscoveryEnabled(true);
        users.forEach(known -> usm.addUser(user(known.user())));
        var models = new SecurityModels();
        models.addSecurityModel(usm);
        dispatcher.addMessageProcessingModel(new MPv3(engine, null, protocols, models, counters));
    }

    /** Whether too much is remembered. */
    boolean full() {
        return usm != null && usm.getUserTable().getUserEntries().size() > MOST_ENGINES;
    }

    private static SecurityProtocols protocols() {
        var protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none);
        protocols.addAuthenticationProtocol(new AuthSHA());
        protocols.addAuthenticationProtocol(new AuthHMAC128SHA224());
        protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
        protocols.addAuthenticationProtocol(new AuthHMAC256SHA384());
        protocols.addAuthenticationProtocol(new AuthHMAC384SHA512());
        protocols.addPrivacyProtocol(new PrivAES128());
        protocols.addPrivacyProtocol(new PrivAES192());
        protocols.addPrivacyProtocol(new PrivAES256());
        return protocols;
    }

    static UsmUser user(TrapUser user) {
        return new UsmUser(
                new OctetString(user.name()),
                digest(user),
                new OctetString(user.password()),
                user.hides() ? cipher(user) : null,
                user.hides() ? new OctetString(user.secret()) : null);
    }

    private static OID digest(TrapUser user) {
        return switch (user.digest()) {
            case SHA -> AuthSHA.ID;
            case SHA224 -> AuthHMAC128SHA224.ID;
            case SHA256 -> AuthHMAC192SHA256.ID;
            case SHA384 -> AuthHMAC256SHA384.ID;
            case SHA512 -> AuthHMAC384SHA512.ID;
        };
    }

    private static OID cipher(TrapUser user) {
        return switch (user.cipher()) {
            case AES128 -> PrivAES128.ID;
            case AES192 -> PrivAES192.ID;
            case AES256 -> PrivAES256.ID;
        };
    }
}
