package dev.qiao.base.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.postgresql.Driver;

/** How to reach a database as one of its roles. Never prints its password. */
record Login(String url, String user, String password) {
    /** Reads {@code postgresql://user:password@host:port/database?…} or {@code jdbc:postgresql://…?user=…&password=…}. */
    static Login parse(String setting, String text) {
        return text.startsWith("jdbc:") ? ofJdbc(setting, text) : ofUri(setting, text);
    }

    private static Login ofUri(String setting, String text) {
        try {
            var uri = new URI(text);
            var user = uri.getRawUserInfo();
            if (uri.getScheme() == null
                    || !uri.getScheme().matches("postgres(ql)?")
                    || user == null
                    || uri.getHost() == null) throw wrong(setting);
            var colon = user.indexOf(':');
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Login(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    decoded(colon < 0 ? user : user.substring(0, colon)),
                    colon < 0 ? "" : decoded(user.substring(colon + 1)));
        } catch (URISyntaxException _) {
            throw wrong(setting);
        }
    }

    private static Login ofJdbc(String setting, String text) {
        var parts = Driver.parseURL(text, new Properties());
        if (parts == null || parts.getProperty("user") == null) throw wrong(setting);
        return new Login(text, parts.getProperty("user"), parts.getProperty("password", ""));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static CannotServe wrong(String setting) {
        return new CannotServe(setting + ": expected postgresql://user:password@host:port/database");
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
