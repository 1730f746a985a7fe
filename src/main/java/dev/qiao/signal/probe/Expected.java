package dev.qiao.signal.probe;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be seen. Of each kind of probe only its own fields count.
 *
 * @param method GET or HEAD
 * @param status of the answer; null: any from 200 to 299
 * @param content that has to be in the answer; empty: anything
 * @param expression whether the content is an RE2 expression that has to be found
 * @param unverified whether a certificate that nobody vouches for is good enough
 * @param hosts to which a redirect may lead, besides its own
 * @param record the type of a DNS record
 * @param value that one of the records has to have; empty: any
 * @param server that is asked; empty: those of the system
 * @param trust certificates in PEM that alone are trusted; empty: whom the system trusts
 */
public record Expected(
        String method,
        @Nullable Integer status,
        String content,
        boolean expression,
        boolean unverified,
        List<String> hosts,
        String record,
        String value,
        String server,
        String trust) {
    public static final Expected ANYTHING = new Expected("GET", null, "", false, false, List.of(), "A", "", "");

    public Expected {
        hosts = List.copyOf(hosts);
        // Who described a probe before it could trust anybody in particular named nobody.
        trust = Objects.requireNonNullElse(trust, "");
    }

    public Expected(
            String method,
            @Nullable Integer status,
            String content,
            boolean expression,
            boolean unverified,
            List<String> hosts,
            String record,
            String value,
            String server) {
        this(method, status, content, expression, unverified, hosts, record, value, server, "");
    }
}
