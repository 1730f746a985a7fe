package dev.qiao.base.reach;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of the tests' own, for whose certificates nobody else vouches. */
public final class Authority {
    private static final char[] NO_PASSWORD = new char[0];

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {
        public String pem() throws IOException {
            return written(certificate);
        }

        public String key() throws IOException {
            return written(new JcaPKCS8Generator(keys.getPrivate(), null).generate());
        }

        /** With which a server shows it. */
        public SSLContext context() throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("own", keys.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        }
    }

    private final X500Name name;
    private final Issued own;

    public Authority(String name) throws Exception {
        this.name = new X500Name("CN=" + name);
        var keys = keys();
        var until = Instant.now().plus(Duration.ofDays(365));
        this.own = new Issued(certificate(this.name, this.name, keys, keys, until, true), keys);
    }

    public String pem() throws IOException {
        return own.pem();
    }

    /** For a host that is called so; a name that begins with a digit is an address. */
    public Issued issue(Instant until, String... names) throws Exception {
        var keys = keys();
        return new Issued(certificate(new X500Name("CN=host"), name, keys, own.keys(), until, false, names), keys);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name whose,
            X500Name by,
            KeyPair keys,
            KeyPair signing,
            Instant until,
            boolean authority,
            String... names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                by,
                new BigInteger(128, new SecureRandom()),
                Date.from(until.minus(Duration.ofDays(400))),
                Date.from(until),
                whose,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (names.length > 0)
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(Arrays.stream(names)
                            .map(each -> new GeneralName(
                                    Character.isDigit(each.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName,
                                    each))
                            .toArray(GeneralName[]::new)));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static String written(Object thing) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }
}
