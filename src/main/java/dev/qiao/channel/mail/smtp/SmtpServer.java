package dev.qiao.channel.mail.smtp;

import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.Mailboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections of mail servers: so many at once, and of all of them together so many bytes that are not kept yet. */
final class SmtpServer implements AutoCloseable {
    static final int MOST = 100;
    static final long MOST_BYTES = 96L * 1_048_576;
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** To whom mails are handed. */
    record Desk(Mailboxes mailboxes, MailRoom room, InstantSource clock) {}

    private final ServerSocket server = new ServerSocket();
    private final Desk desk;
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private final AtomicLong held = new AtomicLong();

    SmtpServer(InetSocketAddress address, Desk desk) throws IOException {
        this.desk = desk;
        server.setReuseAddress(true);
        server.bind(address, MOST);
        Thread.ofVirtual().name("smtp").start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                if (connected.size() >= MOST) {
                    socket.getOutputStream()
                            .write("421 4.3.2 too many connections\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                    continue;
                }
                connected.add(socket);
                Thread.ofVirtual().name("smtp talk").start(() -> talk(socket));
            } catch (IOException e) {
                if (!server.isClosed()) LOG.warn("a connection for mail failed", e);
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            new SmtpTalk(socket, desk, held).hold();
        } catch (IOException e) {
            LOG.debug("a mail server went away", e);
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
