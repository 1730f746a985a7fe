package dev.qiao.base.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be set: by environment ({@code QIAO_SMTP_URL}) or in {@code qiao.yaml} ({@code smtp.url}). The only list there is. */
public enum Setting {
    DATABASE_URL(
            Kind.DATABASE,
            "",
            "a PostgreSQL 15 or newer to use instead of the embedded one, as the application role: postgresql://user:password@host/database"),
    DATABASE_OWNER_URL(Kind.DATABASE, "", "the same database as the role that owns the tables and migrates"),
    HOST(Kind.TEXT, "127.0.0.1", "the address to listen on"),
    PORT(Kind.NUMBER, "8080", "the port to listen on"),
    TLS_CERTIFICATE(Kind.TEXT, "", "a certificate chain, PEM"),
    TLS_KEY(Kind.TEXT, "", "the key of the certificate, PEM"),
    PUBLIC_URL(
            Kind.WEB,
            "",
            "how people reach the desk, for links in mail, such as https://desk.example.org; empty: host and port"),
    TRUSTED_PROXIES(
            Kind.NETWORKS,
            "",
            "addresses of proxies whose forwarded headers are believed, and behind which plain HTTP is served"),
    SMTP_URL(Kind.RELAY, "", "where mail goes out: smtp://user:password@host:587 or smtps://…; empty: no mail"),
    SMTP_IN(Kind.ADDRESS, "", "where to take mail by SMTP, such as 0.0.0.0:25; empty: nowhere"),
    MAIL_FROM(Kind.MAIL, "", "the sender of mail, such as desk@example.org"),
    PASSPHRASE(
            Kind.SECRET,
            "",
            "what wraps the keys in backups; keep it elsewhere too: without it none can be brought back"),
    BACKUP_FOLDER(Kind.TEXT, "backups", "where the desk puts its backups; best a disk of another machine"),
    WORKERS(Kind.FLAG, "true", "whether this node does background work: readers, clocks, deliveries"),
    API_RATE(Kind.NUMBER, "5000", "requests a second that one person may send to the API; 0: as many as they like"),
    JOURNAL_DAYS(
            Kind.KEPT,
            "0",
            "how many days the journal is kept, which is also the audit: 0 is for ever, at least 180 otherwise"),
    SYSLOG_UDP(Kind.ADDRESS, "", "where to listen for syslog over UDP, such as 0.0.0.0:514; empty: nowhere"),
    SYSLOG_TCP(Kind.ADDRESS, "", "where to listen for syslog over TCP, such as 0.0.0.0:601; empty: nowhere"),
    SNMP(Kind.ADDRESS, "", "where to listen for SNMP traps, such as 0.0.0.0:162; empty: nowhere"),
    HOST_METRICS(Kind.FLAG, "true", "whether this node measures the machine on which it runs"),
    DEMO(Kind.FLAG, "false", "whether this desk shows a made-up company");

    /** What a value must look like. A secret is never printed. */
    public enum Kind {
        TEXT(".*", "anything", false),
        NUMBER("\\d{1,9}", "a whole number, 0 or more", false),
        KEPT("0|1[89]\\d|[2-9]\\d{2}|[1-9]\\d{3,4}", "0 for ever, or a number of days from 180 to 99999", false),
        FLAG("true|false", "true or false", false),
        NETWORKS(
                "|[\\da-fA-F.:]+(/\\d{1,3})?(\\s*,\\s*[\\da-fA-F.:]+(/\\d{1,3})?)*",
                "addresses such as 10.0.0.7 or 10.0.0.0/24 with commas between",
                false),
        ADDRESS("|([\\w.-]+|\\[[\\da-fA-F:.]+]):\\d{1,5}", "a host and a port such as 0.0.0.0:514 or [::]:514", false),
        WEB("|https?://\\S+", "an address such as https://desk.example.org", false),
        MAIL("|[^\\s<>()@,;\"]+@[^\\s<>()@,;\"]+", "an address such as desk@example.org", false),
        SECRET(".*", "anything", true),
        RELAY("|smtps?://\\S+", "an address such as smtp://user:password@host:587", true),
        DATABASE("|(jdbc:)?postgres(ql)?://\\S+", "an address such as postgresql://user:password@host/database", true);

        final String expected;
        public final boolean secret;
        private final Pattern shape;

        Kind(String shape, String expected, boolean secret) {
            this.shape = Pattern.compile(shape);
            this.expected = expected;
            this.secret = secret;
        }

        boolean fits(String value) {
            boolean address = (this == WEB || this == RELAY) && !value.isEmpty();
            return shape.matcher(value).matches() && (!address || leads(value));
        }

        /** Whether an address names a host, and perhaps a port. */
        private static boolean leads(String address) {
            try {
                return new URI(address).parseServerAuthority().getHost() != null;
            } catch (URISyntaxException _) {
                return false;
            }
        }
    }

    public final Kind kind;
    public final String standard;
    public final String meaning;

    Setting(Kind kind, String standard, String meaning) {
        this.kind = kind;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** As in {@code qiao.yaml}: {@code database.url}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** As in the environment: {@code QIAO_DATABASE_URL}. */
    public String variable() {
        return "QIAO_" + name();
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(s -> s.variable().equals(variable))
                .findFirst();
    }
}
