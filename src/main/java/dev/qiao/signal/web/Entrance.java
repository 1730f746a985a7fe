package dev.qiao.signal.web;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Hatch;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Message;
import dev.qiao.signal.Sender;
import dev.qiao.signal.Source;
import dev.qiao.signal.Sources;
import dev.qiao.signal.Strangers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
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

    Entrance(Sources sources, Strangers strangers) {
        this.sources = sources;
        this.strangers = strangers;
    }

    /** Errors: unauthenticated, and counted. */
    Source source(String key) {
        return sources.behind(key).orElseThrow(this::stranger);
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

    @Configuration(proxyBeanMethods = false)
    static class Hatches {
        @Bean
        Hatch signalHatch() {
            return new Hatch("/in/");
        }
    }
}
