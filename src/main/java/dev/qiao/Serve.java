package dev.qiao;

import dev.qiao.base.Opening;
import dev.qiao.base.server.Database;
import dev.qiao.base.server.Listening;
import dev.qiao.base.server.Ready;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Opens the desk: what {@code bin/qiao} does when it is told nothing else. */
@Command(
        name = "qiao",
        description = "Qiao, a service desk. Without a command it serves until Ctrl-C.",
        synopsisSubcommandLabel = "[COMMAND]")
final class Serve {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "data",
            description = "Where everything is kept (default: ./data).")
    Path data = Path.of("data");

    @Option(names = "--host", description = "The address to listen on (default: 127.0.0.1).")
    @Nullable
    String host;

    @Option(names = "--port", description = "The port to listen on (default: 8080; 0: any that is free).")
    @Nullable
    Integer port;

    @Option(names = "--demo", description = "Show a made-up company with a year of work.")
    boolean demo;

    @Option(
            names = "--tls",
            arity = "2",
            paramLabel = "FILE",
            description =
                    "A certificate chain and its key, both PEM. Off this machine without it: a self-made certificate.")
    @Nullable
    List<Path> tls;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    /** The build opens the desk once and looks at it, to record what a start needs. */
    @Option(names = "--rehearse", hidden = true)
    boolean rehearse;

    int run() {
        var settings = Console.settings(data, typed());
        var listening = Listening.of(settings);
        var foundation = new Foundation();
        var house = Qiao.house(settings, foundation::database, listening.properties());
        var closed = new CountDownLatch(1);
        var opened = new AtomicBoolean();
        var stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true)));
        SpringApplication.getShutdownHandlers().add(() -> {
            foundation.abandon();
            if (opened.get()) System.out.println("Qiao has stopped.");
        });
        // Not before Spring listens for Ctrl-C, and beside its own start, which takes longer.
        house.listeners((ApplicationPreparedEvent _) -> foundation.begin(settings));
        try (var context = house.run()) {
            context.addApplicationListener((ContextClosedEvent _) -> closed.countDown());
            var desk =
                    listening.at(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
            greet(settings, context.getBean(Database.class), desk);
            opened.set(true);
            LOG.info("open on {}", desk.uri());
            open(context, desk.uri());
            if (rehearse) look(desk.uri());
            else closed.await();
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (RuntimeException e) {
            foundation.abandon();
            if (stopping.get()) return 0;
            throw e;
        }
    }

    private Map<Setting, String> typed() {
        var typed = new EnumMap<Setting, String>(Setting.class);
        if (host != null) typed.put(Setting.HOST, host);
        if (port != null) typed.put(Setting.PORT, port.toString());
        if (demo) typed.put(Setting.DEMO, "true");
        if (tls != null) {
            typed.put(Setting.TLS_CERTIFICATE, tls.getFirst().toString());
            typed.put(Setting.TLS_KEY, tls.getLast().toString());
        }
        return typed;
    }

    private static void greet(Settings settings, Database database, Listening desk) {
        // Since the program itself began: the process is older, it may have built the program first.
        var began = ManagementFactory.getRuntimeMXBean().getStartTime();
        var kind = database instanceof Database.Embedded ? "its own PostgreSQL" : "an external PostgreSQL";
        System.out.printf(
                "Qiao %s on %s%n  keeps everything in %s, with %s%n  open after %.1f s; Ctrl-C stops it%n",
                Version.number(), desk.uri(), settings.data(), kind, (System.currentTimeMillis() - began) / 1000.0);
        desk.certificate()
                .filter(certificate -> certificate.selfMade())
                .ifPresent(certificate -> System.out.println("  with a certificate that it made itself ("
                        + certificate.chain() + "): browsers will warn;" + " give a real one with --tls"));
        if (desk.proxied()) System.out.println("  in plain HTTP, for the listed proxies only");
    }

    private static void open(ConfigurableApplicationContext context, URI desk) {
        context.getBeansOfType(Opening.class).values().stream()
                .sorted(Comparator.comparingInt(Opening::place))
                .forEach(opening -> opening.open(desk, System.out));
        context.getBean(Ready.class).opened();
    }

    private static void look(URI desk) throws InterruptedException {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (var path : List.of("/health/ready", "/", "/"))
                client.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
