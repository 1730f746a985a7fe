package dev.qiao.base.reach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Calls other machines: at the very address that the {@link Fence} gave out, following no redirect, trying nothing twice, remembering no
 * cookie, and over when its time is.
 */
@Component
public class Caller implements DisposableBean {
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_TO_ONE = 8;
    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final CloseableHttpClient outside = client(false);
    private final CloseableHttpClient anywhere = client(true);

    /** Errors: out of bounds; a time-out; whatever else goes wrong on the way. What was answered is no error. */
    public Answer call(Call call) throws IOException {
        var request = new HttpUriRequestBase(call.method(), call.to());
        call.headers().forEach(request::setHeader);
        var type = call.headers().getOrDefault("Content-Type", "application/json");
        if (call.body().length > 0) request.setEntity(new ByteArrayEntity(call.body(), ContentType.parse(type)));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(call.limit()))
                .setResponseTimeout(Timeout.of(call.limit()))
                .build());
        var watch = Thread.ofVirtual().name("call limit").start(() -> ends(request, call.limit()));
        try {
            return (call.inside() ? anywhere : outside).execute(request, response -> answer(response, call.most()));
        } catch (IOException e) {
            if (request.isAborted()) throw new SocketTimeoutException();
            if (e.getCause() instanceof OutOfBounds bounds) throw bounds;
            throw e;
        } finally {
            watch.interrupt();
        }
    }

    private static Answer answer(ClassicHttpResponse response, int most) throws IOException {
        var after = response.getFirstHeader("Retry-After");
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : entity.getContent().readNBytes(most + 1);
        boolean cut = body.length > most;
        return new Answer(
                response.getCode(),
                cut ? Arrays.copyOf(body, most) : body,
                cut,
                after == null ? null : after.getValue());
    }

    private static void ends(HttpUriRequestBase request, Duration limit) {
        try {
            Thread.sleep(limit);
            request.abort();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static CloseableHttpClient client(boolean inside) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Fenced(inside))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_TO_ONE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Qiao")
                .build();
    }

    /** Names have the one address that may be called. */
    private record Fenced(boolean inside) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return new InetAddress[] {Fence.address(host, inside, LOOKUP)};
            } catch (UnknownHostException e) {
                throw e;
            } catch (IOException e) {
                var unknown = new UnknownHostException(host);
                unknown.initCause(e);
                throw unknown;
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public void destroy() throws IOException {
        outside.close();
        anywhere.close();
    }
}
