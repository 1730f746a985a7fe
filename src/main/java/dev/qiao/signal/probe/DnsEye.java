package dev.qiao.signal.probe;

import dev.qiao.base.reach.Fence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks for a DNS record. */
final class DnsEye {
    private DnsEye() {}

    static void look(ProbeDraft draft, Limit limit) throws IOException {
        var expected = draft.expected();
        var lookup = new Lookup(Name.fromString(draft.target(), Name.root), Type.value(expected.record()));
        var resolver = resolver(draft, limit);
        resolver.setTimeout(limit.left());
        lookup.setResolver(resolver);
        lookup.setCache(null);
        var records = run(lookup, limit);
        if (lookup.getResult() != Lookup.SUCCESSFUL || records == null)
            throw new Failed("signal.probe_no_record", expected.record(), lookup.getErrorString());
        var wanted = plain(expected.value());
        if (!wanted.isEmpty()
                && Arrays.stream(records)
                        .map(Record::rdataToString)
                        .map(DnsEye::plain)
                        .noneMatch(wanted::equals))
            throw new Failed("signal.probe_other_record", records[0].rdataToString());
    }

    /** It asks several servers several times, and follows aliases: each with a time of its own, and all within the limit. */
    private static Record @Nullable [] run(Lookup lookup, Limit limit) throws IOException {
        var asked = new FutureTask<>(lookup::run);
        var asking = Thread.ofVirtual().name("probe dns").start(asked);
        try {
            return asked.get(limit.millis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new SocketTimeoutException();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            asking.interrupt();
        }
    }

    private static Resolver resolver(ProbeDraft draft, Limit limit) throws IOException {
        var server = draft.expected().server();
        if (server.isEmpty()) return new ExtendedResolver();
        var target = Target.server(server);
        var address = Fence.address(target.host(), draft.inside(), limit.left());
        return new SimpleResolver(new InetSocketAddress(address, target.port()));
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$|^\"|\"$", "");
    }
}
