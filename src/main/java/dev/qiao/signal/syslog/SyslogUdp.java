package dev.qiao.signal.syslog;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syslog over UDP, a message each packet (RFC 5426). */
final class SyslogUdp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogUdp.class);
    private static final int PACKET = 65_535;
    private static final int ROOM = 4 * 1_048_576;

    private final DatagramSocket socket;
    private final SyslogQueue queue;

    SyslogUdp(InetSocketAddress address, SyslogQueue queue) throws IOException {
        this.socket = new DatagramSocket(address);
        this.queue = queue;
        socket.setReceiveBufferSize(ROOM);
        Thread.ofVirtual().name("syslog udp").start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[PACKET], PACKET);
        while (!socket.isClosed()) {
            try {
                packet.setLength(PACKET);
                socket.receive(packet);
                if (packet.getLength() > 0)
                    queue.offer(packet.getAddress(), Frames.cut(packet.getData(), packet.getLength()), Duration.ZERO);
            } catch (InterruptedException _) {
                return;
            } catch (IOException e) {
                if (!socket.isClosed()) LOG.warn("a packet of syslog could not be received", e);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
