package dev.qiao.signal.source;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.people.Seal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who speaks to us, each in a format of its own. */
public enum Sender implements Coded {
    /** Prometheus Alertmanager, webhook version 4. */
    ALERTMANAGER,
    /** Grafana's webhook, of today's alerting and of the one before; it can sign what it sends. */
    GRAFANA,
    /** Whoever speaks PagerDuty's Events API, version 2. */
    PAGERDUTY,
    /** Whoever speaks Opsgenie's Alert API, version 2. */
    OPSGENIE,
    /** Zabbix, by the media type that we give it. */
    ZABBIX,
    /** CloudEvents 1.0 over HTTP: binary, structured and in batches. */
    CLOUDEVENTS,
    /** Any JSON, by a mapping. */
    JSON,
    /** Something that has to call regularly; its silence is the alert. */
    HEARTBEAT,
    /** OpenTelemetry, by OTLP over HTTP. */
    OTLP,
    /** Lines of logs as plain text. */
    LOGS,
    /** Whatever speaks syslog to the addresses that the desk listens on. */
    SYSLOG,
    /** Whatever sends SNMP traps and informs to the address that the desk listens on. */
    SNMP,
    /** An exporter of Prometheus, which the desk asks itself. */
    PROMETHEUS,
    /** The desk itself, of what it finds with its own eyes. */
    OWN;

    private static final int ROUTING_KEY_BYTES = 16;
    /** Many devices take no community that is longer than 32 characters. */
    private static final int COMMUNITY_BYTES = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether it sends lines of logs. */
    public boolean logs() {
        return this == OTLP || this == LOGS || this == SYSLOG;
    }

    /** Those that somebody connects. */
    public static List<Sender> connected() {
        return Arrays.stream(values()).filter(sender -> sender != OWN).toList();
    }

    /** One of those by its word. Errors: invalid, naming the field and the words that there are. */
    public static Sender connected(String field, String code) {
        return connected().stream()
                .filter(sender -> sender.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, "base.unknown_word", code, words()));
    }

    private static String words() {
        return connected().stream().map(Sender::code).collect(Collectors.joining(", "));
    }

    /** Whether it speaks over HTTP; the others are heard where the desk listens for them. */
    public boolean web() {
        return this != SYSLOG && this != SNMP && this != PROMETHEUS && this != OWN;
    }

    /** Whether it can sign what it sends. */
    public boolean signs() {
        return this == GRAFANA;
    }

    /** A new key in the form that clients of this kind expect. */
    String freshKey() {
        return switch (this) {
            case PAGERDUTY -> hexadecimal(ROUTING_KEY_BYTES);
            case SNMP -> hexadecimal(COMMUNITY_BYTES);
            case OPSGENIE -> UUID.randomUUID().toString();
            case ALERTMANAGER, GRAFANA, ZABBIX, CLOUDEVENTS, JSON, HEARTBEAT, OTLP, LOGS, SYSLOG, PROMETHEUS, OWN ->
                "qs_" + Seal.random();
        };
    }

    private static String hexadecimal(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
