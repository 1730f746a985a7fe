package dev.qiao;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a browser and the desk: a test cuts it, as a train in a tunnel does, and mends it. */
public final class Line implements AutoCloseable {
    private final int desk;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public Line(URI desk) {
        this.desk = desk.getPort();
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** The desk as it is reached over this line. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    public void cut() {
        cut = true;
        open.forEach(Line::hangUp);
    }

    public void mend() {
        cut = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (cut) hangUp(near);
                else connect(near);
            } catch (IOException _) {
                // The door is closed, or one caller went away: the next one is heard.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), desk);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
        if (cut) open.forEach(Line::hangUp);
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException _) {
            // Cut, or one side has said what it had to say.
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
