package dev.qiao.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection that speaks as much HTTP/1.1 as is needed, so that the client costs little beside what it measures. */
final class Wire implements AutoCloseable {
    private final int port;
    private final String ending;
    private Socket socket;
    private InputStream in;
    private boolean over;

    /** @param identity a header that says who asks */
    Wire(int port, String identity) throws IOException {
        this.port = port;
        ending = "Host: 127.0.0.1:" + port + "\r\n" + identity;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private Socket connect() throws IOException {
        var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(60_000);
        return fresh;
    }

    record Reply(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Reply must(int wanted) {
            if (status != wanted) throw new IllegalStateException("got " + status + ": " + text());
            return this;
        }
    }

    Reply get(String path) throws IOException {
        ask("GET " + path + " HTTP/1.1\r\n" + ending + "\r\n", new byte[0]);
        return reply();
    }

    Reply post(String path, String headers, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        ask(
                "POST " + path + " HTTP/1.1\r\n" + ending + headers
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n",
                body);
        return reply();
    }

    /** Asks for a stream of events; the head of the answer is read, {@link #line} reads on. */
    Wire follow(String path) throws IOException {
        ask("GET " + path + " HTTP/1.1\r\nAccept: text/event-stream\r\n" + ending + "\r\n", new byte[0]);
        var status = line();
        if (!status.startsWith("HTTP/1.1 200")) throw new IllegalStateException("no stream: " + status);
        while (!line().isEmpty()) {}
        return this;
    }

    private void ask(String head, byte[] body) throws IOException {
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        var all = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(body, 0, all, bytes.length, body.length);
        if (over) again();
        socket.getOutputStream().write(all);
    }

    /** A server ends a kept connection now and then. */
    private void again() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        over = false;
    }

    private Reply reply() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:"))
                length = Integer.parseInt(small.substring(15).strip());
            if (small.startsWith("transfer-encoding:")) chunked = true;
            if (small.startsWith("connection:")) over = small.endsWith("close");
        }
        return new Reply(status, chunked ? chunks() : exactly(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.writeBytes(exactly(length));
            line();
            if (length == 0) return body.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        while (true) {
            int next = in.read();
            if (next < 0) throw new EOFException();
            if (next == '\n') return line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
