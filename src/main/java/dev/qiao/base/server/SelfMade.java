package dev.qiao.base.server;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that we make ourselves so that nothing goes over a wire in plain. Kept, so that a browser has to be told only once. */
final class SelfMade {
    private static final Duration VALID = Duration.ofDays(825);
    private static final Duration RENEW = Duration.ofDays(30);

    private SelfMade() {}

    static Certificate in(Path data, String host) {
        var folder = data.resolve("tls");
        var certificate = new Certificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"), true);
        try {
            if (!stillGood(certificate)) make(folder, certificate, host);
            return certificate;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new CannotServe("The certificate in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean stillGood(Certificate certificate) throws IOException, GeneralSecurityException {
        if (!Files.exists(certificate.chain()) || !Files.exists(certificate.key())) return false;
        try (var in = new FileInputStream(certificate.chain().toFile())) {
            var found =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return found.getNotAfter().toInstant().isAfter(Instant.now().plus(RENEW));
        }
    }

    private static void make(Path folder, Certificate certificate, String host)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        Files.createDirectories(folder);
        Files.deleteIfExists(certificate.key());
        Files.createFile(
                certificate.key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(certificate.key(), pem(new JcaPKCS8Generator(keys.getPrivate(), null).generate()));
        Files.writeString(certificate.chain(), pem(signed(keys, host)));
    }

    private static X509Certificate signed(KeyPair keys, String host)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=Qiao (self-made)");
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(128, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALID)),
                name,
                keys.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, names(host));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** Every name and address by which this machine may be called. */
    private static GeneralNames names(String host) throws IOException {
        var names = new LinkedHashSet<>(
                java.util.List.of("localhost", InetAddress.getLocalHost().getHostName()));
        var addresses = new LinkedHashSet<InetAddress>();
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces()))
            addresses.addAll(Collections.list(network.getInetAddresses()));
        if (!host.matches("[0-9.]+|.*:.*")) names.add(host);
        var all = new ArrayList<GeneralName>();
        names.forEach(each -> all.add(new GeneralName(GeneralName.dNSName, each)));
        addresses.forEach(each -> all.add(
                new GeneralName(GeneralName.iPAddress, each.getHostAddress().replaceAll("%.*", ""))));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    private static String pem(Object thing) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }
}
