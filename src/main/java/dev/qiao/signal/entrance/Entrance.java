package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Hatch;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Message;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Signatures;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.Strangers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What every address for machines does: knows the caller by its key, and takes in no more than is allowed. */
@Component
class Entrance {
    private static final int LONGEST_HEADER = 500;
    private static final int MOST_HEADERS = 50;

    private final Sources sources;
    private final Strangers strangers;
    private final Signatures signatures;

    Entrance(Sources sources, Strangers strangers, Signatures signatures) {
        this.sources = sources;
        this.strangers = strangers;
        this.signatures = signatures;
    }

    /** Errors: unauthenticated, and counted. */
    Source source(String key) {
        return sources.behind(key).filter(source -> source.kind().web()).orElseThrow(this::stranger);
    }

    /** The same for a caller who must be of this kind. */
    Source source(String key, Sender kind) {
        return sources.behind(key).filter(source -> source.kind() == kind).orElseThrow(this::stranger);
    }

    private Refused stranger() {
        strangers.count();
        return Refused.unauthenticated("signal.wrong_key");
    }

    /** Errors: too large. */
    static byte[] body(HttpServletRequest request) {
        try {
            if (request.getContentLengthLong() > Message.LARGEST) throw Inbox.tooLarge();
            var body = request.getInputStream().readNBytes(Message.LARGEST + 1);
            if (body.length > Message.LARGEST) throw Inbox.tooLarge();
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that a format may ask for; no secrets among them. */
    static Map<String, String> headers(HttpServletRequest request) {
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            var small = name.toLowerCase(Locale.ROOT);
            var value = request.getHeader(name);
            if (kept(small) && value.length() <= LONGEST_HEADER && headers.size() < MOST_HEADERS)
                headers.put(small, value);
        }
        return headers;
    }

    private static boolean kept(String name) {
        return name.equals("content-type")
                || name.equals("content-encoding")
                || name.equals("user-agent")
                || name.startsWith("ce-");
    }

    /** Errors: unauthenticated, and counted, when a source that signs has not signed this. */
    void mustBeSigned(Source source, HttpServletRequest request, byte[] body) {
        var signature = Objects.requireNonNullElse(request.getHeader("X-Grafana-Alerting-Signature"), "");
        var moment = Objects.requireNonNullElse(request.getHeader("X-Grafana-Alerting-Signature-Timestamp"), "");
        if (signatures.holds(source, signature, moment, body)) return;
        strangers.count();
        throw Refused.unauthenticated("signal.wrong_signature");
    }

    @Configuration(proxyBeanMethods = false)
    static class Hatches {
        @Bean
        Hatch signalHatch() {
            return new Hatch("/in/");
        }

        /** PagerDuty's and Opsgenie's own. */
        @Bean
        Hatch signalSecondVersionHatch() {
            return new Hatch("/v2/");
        }
    }
}
