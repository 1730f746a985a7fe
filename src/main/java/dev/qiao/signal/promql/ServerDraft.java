package dev.qiao.signal.promql;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.net.URI;

/**
 * A server as an administrator describes it.
 *
 * @param url its root, such as {@code https://prometheus.example.org}; what it calls {@code /api/v1/query_range} is below
 * @param inside whether addresses of this machine and its link may be called
 */
public record ServerDraft(String name, String url, boolean inside) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 500;

    public ServerDraft {
        name = name.strip().replaceAll("\\s+", " ");
        url = url.strip().replaceAll("/+$", "");
    }

    /** Errors: every field that is wrong, at once. */
    ServerDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> {
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME)
                throw Refused.invalid("name", "signal.name_length", LONGEST_NAME);
            return name;
        });
        wrong.read(() -> {
            if (url.length() > LONGEST_URL || !web(url)) throw Refused.invalid("url", "signal.scrape_url");
            return url;
        });
        wrong.raise();
        return this;
    }

    private static boolean web(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
