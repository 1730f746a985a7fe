package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {
    @TempDir
    Path data;

    @Test
    void onThisMachineItSpeaksPlainly() {
        assertThat(listening(Map.of()).uri()).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void offThisMachineItSpeaksWithACertificateThatItMadeItself() throws IOException, GeneralSecurityException {
        var listening = listening(Map.of(Setting.HOST, "0.0.0.0"));
        assertThat(listening.uri()).hasToString("https://localhost:8080");
        var made = listening.certificate().orElseThrow();
        assertThat(made.selfMade()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
        try (InputStream in = Files.newInputStream(made.chain())) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            certificate.checkValidity();
            assertThat(certificate.getSubjectAlternativeNames()).anyMatch(name -> name.contains("localhost"));
        }
    }

    @Test
    void theSelfMadeCertificateIsKept() throws IOException {
        var host = Map.of(Setting.HOST, "0.0.0.0");
        var first = Files.readString(listening(host).certificate().orElseThrow().chain());
        assertThat(Files.readString(listening(host).certificate().orElseThrow().chain()))
                .isEqualTo(first);
    }

    @Test
    void behindAListedProxyItSpeaksPlainly() {
        var listening = listening(Map.of(Setting.HOST, "0.0.0.0", Setting.TRUSTED_PROXIES, "10.0.0.7"));
        assertThat(listening.certificate()).isEmpty();
        assertThat(listening.proxied()).isTrue();
    }

    @Test
    void aProxyThatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> new TrustedProxies(settings(Map.of(Setting.TRUSTED_PROXIES, "the-proxy"))))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("the-proxy");
    }

    @Test
    void anAddressOfAnotherMachineAndAFileThatIsNoCertificateAreRefusedInWords() throws IOException {
        assertThatThrownBy(() -> listening(Map.of(Setting.HOST, "192.0.2.77")))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("192.0.2.77");
        var text = Files.writeString(data.resolve("words.pem"), "only words").toString();
        assertThatThrownBy(() -> listening(Map.of(Setting.TLS_CERTIFICATE, text, Setting.TLS_KEY, text)))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("no certificate in PEM form in")
                .hasMessageContaining("words.pem");
        var made = listening(Map.of(Setting.HOST, "0.0.0.0")).certificate().orElseThrow();
        var swapped = Map.of(Setting.TLS_CERTIFICATE, made.chain().toString(), Setting.TLS_KEY, text);
        assertThatThrownBy(() -> listening(swapped)).hasMessageContaining("no private key");
        var given = Map.of(
                Setting.TLS_CERTIFICATE,
                made.chain().toString(),
                Setting.TLS_KEY,
                made.key().toString());
        assertThat(listening(given).certificate().orElseThrow().selfMade()).isFalse();
    }

    @Test
    void aCertificateWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> listening(Map.of(Setting.TLS_CERTIFICATE, "cert.pem")))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("both");
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatThrownBy(() -> listening(Map.of(Setting.HOST, "no.such.host.invalid")))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    private Listening listening(Map<Setting, String> values) {
        return Listening.of(settings(values));
    }

    private Settings settings(Map<Setting, String> values) {
        return SettingsSource.read(data, Map.of()).with(values);
    }
}
