package dev.qiao.channel.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody else's machine on the outer wall: it keeps what it is sent, and answers what it is told to. */
public final class Receiver implements AutoCloseable {
    /** What is answered. */
    public record Reply(int status, String body) {}

    /** One request. */
    public record Got(String path, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile Function<Got, Reply> replies = _ -> new Reply(200, "");
    private volatile long pauseMillis;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Got> got() {
        return got;
    }

    public void answer(int code, String body) {
        replies = _ -> new Reply(code, body);
    }

    /** What it answers depends on what it is sent. */
    public void judge(Function<Got, Reply> judge) {
        replies = judge;
    }

    public void pause(long millis) {
        pauseMillis = millis;
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toLowerCase(Locale.ROOT),
                        each -> each.getValue().getFirst()));
        var request = new Got(exchange.getRequestURI().toString(), headers, body);
        got.add(request);
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var reply = replies.apply(request);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
