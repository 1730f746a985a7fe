package dev.qiao.signal.probe;

import dev.qiao.base.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where something is looked at.
 *
 * @param path with its query; empty where there is none
 */
record Target(String host, int port, boolean encrypted, String path) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int DNS = 53;
    private static final int LAST_PORT = 65_535;

    /** Errors: invalid, when the kind of probe cannot look at such a thing. */
    static Target of(Probe.Kind kind, String written) {
        return switch (kind) {
            case HTTP -> url(written);
            case TCP -> hosted(written, 0);
            case TLS -> hosted(written, HTTPS);
            case DNS, PING -> bare(written);
        };
    }

    static Target url(String written) {
        try {
            var uri = new URI(written);
            var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            boolean encrypted = scheme.equals("https");
            if (uri.getHost() == null || uri.getRawUserInfo() != null || !(encrypted || scheme.equals("http")))
                throw Refused.invalid("target", "signal.probe_url");
            var path = Objects.requireNonNullElse(uri.getRawPath(), "");
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            int usual = encrypted ? HTTPS : HTTP;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return new Target(uri.getHost(), port, encrypted, (path.isEmpty() ? "/" : path) + query);
        } catch (URISyntaxException _) {
            throw Refused.invalid("target", "signal.probe_url");
        }
    }

    /** A DNS server. */
    static Target server(String written) {
        try {
            return hosted(written, DNS);
        } catch (Refused _) {
            throw Refused.invalid("server", "signal.probe_host");
        }
    }

    private static Target hosted(String written, int usual) {
        try {
            var uri = new URI("x://" + written);
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            if (uri.getHost() == null
                    || port < 1
                    || port > LAST_PORT
                    || uri.getRawUserInfo() != null
                    || !path(uri).isEmpty()) throw Refused.invalid("target", "signal.probe_host_port");
            return new Target(uri.getHost(), port, false, "");
        } catch (URISyntaxException _) {
            throw Refused.invalid("target", "signal.probe_host_port");
        }
    }

    private static Target bare(String written) {
        if (!written.matches("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,252}"))
            throw Refused.invalid("target", "signal.probe_host");
        return new Target(written, 0, false, "");
    }

    private static String path(URI uri) {
        return Objects.requireNonNullElse(uri.getRawPath(), "") + Objects.requireNonNullElse(uri.getRawQuery(), "");
    }

    /** As the Host header has it. */
    String authority() {
        return port == (encrypted ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    String url() {
        return (encrypted ? "https://" : "http://") + authority() + path;
    }
}
