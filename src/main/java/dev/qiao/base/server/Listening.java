package dev.qiao.base.server;

import dev.qiao.base.api.Problems;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.web.Pages;
import dev.qiao.base.web.Templates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk listens and in which voice: plain only on this machine or behind a listed proxy, else with a certificate. */
public record Listening(String host, int port, Optional<Certificate> certificate, boolean proxied) {
    private static final int LAST_PORT = 65_535;

    /** Errors: {@link CannotServe} when a file is missing or no PEM, or the host is unknown or elsewhere. */
    public static Listening of(Settings settings) {
        var host = settings.text(Setting.HOST);
        boolean proxied = !settings.list(Setting.TRUSTED_PROXIES).isEmpty();
        int port = settings.number(Setting.PORT);
        if (port > LAST_PORT) throw new CannotServe("There is no port " + port + "; the last one is " + LAST_PORT);
        here(host);
        return new Listening(host, port, certificate(settings, host, proxied), proxied);
    }

    private static void here(String host) {
        try (var tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress(host, 0));
        } catch (IOException e) {
            throw new CannotServe("This machine has no address " + host + " to listen on", e);
        }
    }

    private static Optional<Certificate> certificate(Settings settings, String host, boolean proxied) {
        var chain = settings.given(Setting.TLS_CERTIFICATE);
        var key = settings.given(Setting.TLS_KEY);
        if (chain.isPresent() != key.isPresent()) throw new CannotServe("TLS needs both a certificate and its key");
        if (chain.isPresent()) {
            var files = new Certificate(file(chain.get()), file(key.orElseThrow()), false);
            readable(files.chain(), "certificate", PemContent::getCertificates);
            readable(files.key(), "private key without a password", PemContent::getPrivateKey);
            return Optional.of(files);
        }
        if (loopback(host) || proxied) return Optional.empty();
        return Optional.of(SelfMade.in(settings.data(), host));
    }

    private static Path file(String name) {
        var file = Path.of(name).toAbsolutePath();
        if (!Files.isReadable(file)) throw new CannotServe("There is no readable file " + file);
        return file;
    }

    private static void readable(Path file, String expected, Consumer<PemContent> read) {
        try {
            read.accept(PemContent.load(file));
        } catch (IOException | RuntimeException e) {
            throw new CannotServe("There is no " + expected + " in PEM form in " + file, e);
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CannotServe("There is no host named " + host, e);
        }
    }

    /** The address to type, as seen from this machine. */
    public URI uri() {
        var name = host.equals("0.0.0.0") || host.equals("::")
                ? "localhost"
                : host.contains(":") ? "[" + host + "]" : host;
        return URI.create((certificate.isPresent() ? "https" : "http") + "://" + name + ":" + port);
    }

    /** The same under the port that was given when none was wished for. */
    public Listening at(int realPort) {
        return new Listening(host, realPort, certificate, proxied);
    }

    /** The same for Spring. */
    public Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", host);
        properties.put("server.port", port);
        certificate.ifPresent(files -> {
            properties.put("server.ssl.certificate", files.chain().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key", files.key().toUri().toString());
        });
        return properties;
    }

    /** Puts the watchman over proxies before everything else, and lets us say what the server refuses by itself. */
    @Configuration(proxyBeanMethods = false)
    static class Doorway {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(Settings settings) {
            return tomcat -> tomcat.addEngineValves(new TrustedProxies(settings));
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> unheard(
                ObjectProvider<Problems> problems, ObjectProvider<Pages> pages, ObjectProvider<Templates> templates) {
            return tomcat -> tomcat.addContextCustomizers(context -> {
                var host = (StandardHost) context.getParent();
                host.getPipeline().addValve(new Unheard(problems, pages, templates));
                host.setErrorReportValveClass(Unheard.class.getName());
            });
        }
    }
}
