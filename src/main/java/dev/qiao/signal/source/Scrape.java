package dev.qiao.signal.source;

import dev.qiao.base.Refused;
import dev.qiao.base.reach.Trust;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an exporter of Prometheus is asked.
 *
 * @param every seconds between
 * @param limit seconds that it may take
 * @param inside whether an administrator allows addresses that are otherwise closed, such as this machine's own
 * @param trust certificates in PEM that alone are trusted; empty: whom the system trusts
 */
public record Scrape(String url, int every, int limit, boolean inside, String trust) {
    static final Scrape USUAL = new Scrape("http://localhost:9100/metrics", 60, 10, false);
    private static final int SHORTEST = 10;
    private static final int LONGEST = 3_600;
    private static final int LONGEST_URL = 500;

    public Scrape {
        // What was described before one could name whom to trust names nobody.
        trust = Objects.requireNonNullElse(trust, "");
    }

    public Scrape(String url, int every, int limit, boolean inside) {
        this(url, every, limit, inside, "");
    }

    /** Errors: invalid, naming the field. */
    Scrape checked() {
        if (url.length() > LONGEST_URL || !web(url)) throw Refused.invalid("url", "signal.scrape_url");
        if (every < SHORTEST || every > LONGEST)
            throw Refused.invalid("interval", "signal.scrape_every", SHORTEST, LONGEST);
        if (limit < 1 || limit > every) throw Refused.invalid("limit", "signal.scrape_limit");
        Trust.checked("trust", trust);
        return this;
    }

    private static boolean web(@Nullable String url) {
        try {
            var uri = new URI(String.valueOf(url)).parseServerAuthority();
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?");
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
