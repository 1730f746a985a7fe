package dev.qiao.channel;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail, as {@code QIAO_SMTP_URL} names it: {@code smtps://user:secret@mail.example.org}.
 *
 * @param tls encrypted from the first byte; otherwise STARTTLS, compulsory as soon as there is a password to protect
 * @param from our own address: {@code QIAO_MAIL_FROM}, else the account, else {@code qiao@} the relay
 */
record Relay(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        String from) {
    private static final String PATIENCE_MILLIS = "10000";

    /** Empty when mail is not set up. Errors: an address that is no SMTP address, without repeating its password. */
    static Optional<Relay> of(String url, @Nullable String sender) {
        if (url.isBlank()) return Optional.empty();
        var uri = parsed(url.strip());
        var tls = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "smtp".equals(uri.getScheme()))) throw wrong();
        var account = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var user = account.length > 0 ? decoded(account[0]) : null;
        var password = account.length > 1 ? decoded(account[1]) : null;
        var port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : user == null ? 25 : 587;
        return Optional.of(new Relay(uri.getHost(), port, tls, user, password, from(uri, sender, user)));
    }

    /** What Jakarta Mail wants to know. */
    Properties properties() {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(user != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(!tls && user != null));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.localhost", domain());
        return properties;
    }

    /** What stands behind the {@code @} of our own address. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }

    private static String from(URI uri, @Nullable String sender, @Nullable String user) {
        if (sender != null) return sender;
        return user != null && user.contains("@") ? user : "qiao@" + uri.getHost();
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "QIAO_SMTP_URL is not of the form smtp://[user:password@]host[:port] or smtps://…");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
