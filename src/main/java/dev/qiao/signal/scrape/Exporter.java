package dev.qiao.signal.scrape;

import dev.qiao.base.reach.Fence;
import dev.qiao.base.reach.OutOfBounds;
import dev.qiao.base.reach.Trust;
import dev.qiao.signal.source.Scrape;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Asks one exporter, at the very address that was found to be allowed. It speaks HTTP/1.0, to which nobody answers in pieces, follows no
 * redirect, and is over when its time is, whatever it waits for.
 */
final class Exporter {
    private static final int LARGEST = 10 * 1_048_576;
    private static final int MOST_HEAD = 32 * 1_024;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Exporter() {}

    /** @param authorization what the header of this name says; empty: there is none */
    static String read(Scrape scrape, String authorization) throws IOException {
        var uri = URI.create(scrape.url());
        var limit = Duration.ofSeconds(scrape.limit());
        try (var raw = new Socket()) {
            var watch = Thread.ofVirtual().name("scrape limit").start(() -> closes(raw, limit));
            try {
                return read(uri, scrape, authorization, raw, limit);
            } finally {
                watch.interrupt();
            }
        } catch (Failure known) {
            throw known;
        } catch (OutOfBounds _) {
            throw new Failure("signal.scrape.bounds", uri.getHost());
        } catch (UnknownHostException _) {
            throw new Failure("signal.scrape.unknown", uri.getHost());
        } catch (SocketTimeoutException _) {
            throw new Failure("signal.scrape.slow", String.valueOf(scrape.limit()));
        } catch (SSLException e) {
            throw new Failure("signal.scrape.tls", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Failure("signal.scrape.broken", String.valueOf(e.getMessage()));
        }
    }

    private static String read(URI uri, Scrape scrape, String authorization, Socket raw, Duration limit)
            throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            boolean encrypted = uri.getScheme().equalsIgnoreCase("https");
            int port = uri.getPort() < 0 ? (encrypted ? HTTPS : HTTP) : uri.getPort();
            var address = Fence.address(uri.getHost(), scrape.inside(), limit);
            raw.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
            raw.setSoTimeout((int) limit.toMillis());
            var socket = encrypted ? Trust.encrypt(raw, uri.getHost(), port, scrape.trust()) : raw;
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var request =
                    "GET %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: Qiao\r\nAccept: text/plain;version=0.0.4\r\n%s\r\n"
                            .formatted(
                                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                                    uri.getRawAuthority(),
                                    authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            if (!(e instanceof Failure) && System.nanoTime() >= end) throw new SocketTimeoutException();
            throw e;
        }
    }

    private static String answer(InputStream in) throws IOException {
        var first = head(in).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/")) throw new Failure("signal.scrape.no_http", "");
        if (!first[1].equals("200")) throw new Failure("signal.scrape.status", first[1].replaceAll("\\D", "?"));
        var body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new Failure("signal.scrape.large", String.valueOf(LARGEST / 1_048_576));
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns its first line. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int row = 0;
        while (row < 2) {
            int next = in.read();
            if (next < 0 || head.size() > MOST_HEAD) throw new Failure("signal.scrape.no_http", "");
            if (next == '\n') row++;
            else if (next != '\r') row = 0;
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    }

    private static void closes(Socket socket, Duration limit) {
        try {
            Thread.sleep(limit);
            socket.close();
        } catch (InterruptedException | IOException _) {
            Thread.currentThread().interrupt();
        }
    }
}
