package dev.qiao.base.reach;

import dev.qiao.base.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Who vouches for the other side of an encrypted connection: whom the system trusts, or only whom an administrator named. */
public final class Trust {
    private static final int LONGEST = 60_000;
    private static final int MOST = 50;

    private Trust() {}

    /** Errors: invalid, for what is no certificates in PEM. */
    public static String checked(String field, String pem) {
        try {
            if (!pem.isEmpty()) certificates(pem);
            return pem;
        } catch (CertificateException _) {
            throw Refused.invalid(field, "signal.trust_pem", MOST);
        }
    }

    /**
     * Speaks TLS from here on, and makes sure that the other side is this host.
     *
     * @param pem the certificates, of authorities or of the host itself, that alone are trusted; empty: whom the system trusts
     */
    public static SSLSocket encrypt(Socket raw, String host, int port, String pem) throws IOException {
        var secure = open(context(pem), raw, host, port, true);
        // The platform does not ask whether a certificate that is itself trusted is still good.
        if (!pem.isEmpty() && secure.getSession().getPeerCertificates()[0] instanceof X509Certificate shown) {
            try {
                shown.checkValidity();
            } catch (CertificateException e) {
                throw new SSLException(e.getMessage(), e);
            }
        }
        return secure;
    }

    /** The same by other means of trust. */
    public static SSLSocket open(SSLContext context, Socket raw, String host, int port, boolean named)
            throws IOException {
        var secure = (SSLSocket) context.getSocketFactory().createSocket(raw, host, port, true);
        var settings = secure.getSSLParameters();
        if (named) settings.setEndpointIdentificationAlgorithm("HTTPS");
        if (host.matches(".*[A-Za-z].*") && !host.contains(":"))
            settings.setServerNames(List.of(new SNIHostName(host)));
        secure.setSSLParameters(settings);
        secure.startHandshake();
        return secure;
    }

    private static SSLContext context(String pem) throws IOException {
        try {
            if (pem.isEmpty()) return SSLContext.getDefault();
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates(pem)) store.setCertificateEntry("trusted " + store.size(), certificate);
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
        if (pem.length() > LONGEST || !pem.contains("-----BEGIN CERTIFICATE-----")) throw new CertificateException();
        var found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (found.isEmpty() || found.size() > MOST) throw new CertificateException();
        return found;
    }
}
