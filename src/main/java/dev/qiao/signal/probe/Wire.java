package dev.qiao.signal.probe;

import dev.qiao.base.reach.Fence;
import dev.qiao.base.reach.Trust;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A connection to the very address that was found to be allowed, open no longer than its limit. */
final class Wire implements Closeable {
    private final Socket raw;
    private final Thread watch;
    private Socket socket;
    private @Nullable SSLSession session;

    private Wire(Socket raw, Thread watch) {
        this.raw = raw;
        this.watch = watch;
        this.socket = raw;
    }

    static Wire open(String host, int port, boolean inside, Limit limit) throws IOException {
        var address = Fence.address(host, inside, limit.left());
        var raw = new Socket();
        var wire = new Wire(raw, limit.closes(raw));
        try {
            raw.connect(new InetSocketAddress(address, port), limit.millis());
            raw.setSoTimeout(limit.millis());
            return wire;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    /** Speaks TLS from here on. */
    void encrypt(String host, int port, Expected expected) throws IOException {
        var secure = expected.unverified()
                ? Trust.open(anybody(), raw, host, port, false)
                : Trust.encrypt(raw, host, port, expected.trust());
        session = secure.getSession();
        socket = secure;
    }

    Socket socket() {
        return socket;
    }

    /** Until when the certificate of the other side is good; null: it has none. */
    @Nullable
    Instant certificateEnds() throws SSLPeerUnverifiedException {
        if (session == null) return null;
        return session.getPeerCertificates()[0] instanceof X509Certificate shown
                ? shown.getNotAfter().toInstant()
                : null;
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        raw.close();
    }

    private static SSLContext anybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only for probes whose administrator does not ask who vouches for the certificate. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
