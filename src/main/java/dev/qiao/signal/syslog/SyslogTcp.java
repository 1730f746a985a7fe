package dev.qiao.signal.syslog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syslog over TCP, in both ways of RFC 6587. So many connections, each for as long as it says something now and then. */
final class SyslogTcp implements AutoCloseable {
    static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SyslogTcp.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    /** So long a stream is held up before what it says is lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final SyslogQueue queue;
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();

    SyslogTcp(InetSocketAddress address, SyslogQueue queue) throws IOException {
        this.server = new ServerSocket();
        this.queue = queue;
        server.setReuseAddress(true);
        server.bind(address, MOST);
        Thread.ofVirtual().name("syslog tcp").start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                if (connected.size() >= MOST) {
                    queue.refused();
                    socket.close();
                    continue;
                }
                connected.add(socket);
                Thread.ofVirtual().name("syslog stream").start(() -> hear(socket));
            } catch (IOException e) {
                if (!server.isClosed()) LOG.warn("a connection for syslog failed", e);
            }
        }
    }

    private void hear(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) IDLE.toMillis());
            var frames = new Frames(new BufferedInputStream(socket.getInputStream()));
            for (var frame = frames.next(); frame.isPresent(); frame = frames.next())
                queue.offer(socket.getInetAddress(), frame.get(), PATIENCE);
        } catch (Frames.Broken _) {
            queue.broken();
        } catch (IOException e) {
            LOG.debug("a stream of syslog ended", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connected.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : connected) socket.close();
    }
}
