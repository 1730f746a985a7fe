package dev.qiao.signal.source;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which source syslog belongs to: the one that names the smallest network of its sender, else the first that names none. */
@Component
public class SyslogSources {
    private final Sources sources;

    SyslogSources(Sources sources) {
        this.sources = sources;
    }

    /** Empty: nobody listens to this sender. */
    public Optional<Source> of(InetAddress sender) {
        record Claim(Source source, int bits) {}
        return sources.active(Sender.SYSLOG).stream()
                .map(source -> new Claim(source, bits(source, sender)))
                .filter(claim -> claim.bits() >= 0)
                .max(Comparator.comparingInt(Claim::bits)
                        .thenComparing(claim -> claim.source().id(), Comparator.reverseOrder()))
                .map(Claim::source);
    }

    /** Of the smallest network with this sender; 0 for one that names none; less when it is not meant. */
    private static int bits(Source source, InetAddress sender) {
        var named = source.setup().senders();
        if (named.isEmpty()) return 0;
        return named.stream()
                .flatMap(text -> Network.of(text).stream())
                .filter(network -> network.holds(sender))
                .mapToInt(network -> network.bits() + 1)
                .max()
                .orElse(-1);
    }
}
