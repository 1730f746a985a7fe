package dev.qiao.base.reach;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the address of a host, and gives out only one that may be called. Who calls connects to this address and to no other, so that a
 * name which means something else a moment later opens nothing.
 */
public final class Fence {
    private static final int MOST_LOOKUPS = 64;
    private static final int IPV4 = 4;

    /** Where clouds tell their machines secrets, beside the link-local 169.254.169.254. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192");

    private static final byte[] METADATA_6 = {
        (byte) 0xfd, 0, (byte) 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54
    };

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    /** The system's resolver holds the thread that asks it, so those are not the virtual ones on which everything runs. */
    private static final ThreadPoolExecutor LOOKUPS = new ThreadPoolExecutor(
            0,
            MOST_LOOKUPS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("lookup ", 0).factory());

    private Fence() {}

    /**
     * The address to connect to.
     *
     * @param inside whether an administrator allowed every address for this call
     * @throws OutOfBounds when none of its addresses may be called
     * @throws SocketTimeoutException when nobody knew within the limit
     */
    public static InetAddress address(String host, boolean inside, Duration limit) throws IOException {
        for (var address : resolved(bare(host), limit)) if (inside || open(address)) return address;
        throw new OutOfBounds(host);
    }

    /** Whether anybody may have the desk call this address: no loopback, link-local, multicast or metadata address in any disguise. */
    public static boolean open(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()) return false;
        var bytes = address.getAddress();
        if (bytes.length == IPV4)
            return bytes[0] != 0 && (bytes[0] & 0xf0) != 0xf0 && !METADATA.contains(address.getHostAddress());
        if (Arrays.equals(bytes, METADATA_6)) return false;
        return disguised(bytes).map(Fence::open).orElse(true);
    }

    /** The IPv4 address that an IPv6 one stands for: compatible, NAT64, 6to4. Mapped ones Java unwraps itself. */
    private static Optional<InetAddress> disguised(byte[] bytes) {
        if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)
                || Arrays.equals(bytes, 0, 12, new byte[12], 0, 12)) return Optional.of(four(bytes, 12));
        if (bytes[0] == 0x20 && bytes[1] == 0x02) return Optional.of(four(bytes, 2));
        return Optional.empty();
    }

    private static InetAddress four(byte[] bytes, int from) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static InetAddress[] resolved(String host, Duration limit) throws IOException {
        try {
            var answer = LOOKUPS.submit(() -> InetAddress.getAllByName(host));
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException _) {
            throw new SocketTimeoutException(host);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) throw known;
            throw new IOException(e.getCause());
        }
    }
}
