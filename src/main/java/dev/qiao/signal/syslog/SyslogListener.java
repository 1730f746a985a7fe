package dev.qiao.signal.syslog;

import dev.qiao.base.Opening;
import dev.qiao.signal.source.SyslogAddresses;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Listens where the settings say, as soon as the desk serves. */
@Component
class SyslogListener implements Opening, DisposableBean {
    private static final int PLACE = 900;

    private final SyslogAddresses addresses;
    private final SyslogQueue queue;
    private final List<AutoCloseable> open = new ArrayList<>();

    SyslogListener(SyslogAddresses addresses, SyslogQueue queue) {
        this.addresses = addresses;
        this.queue = queue;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void open(URI desk, PrintStream out) {
        try {
            if (!addresses.udp().isEmpty()) open.add(new SyslogUdp(address(addresses.udp()), queue));
            if (!addresses.tcp().isEmpty()) open.add(new SyslogTcp(address(addresses.tcp()), queue));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for syslog on " + addresses.both(), e);
        }
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        var host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public void destroy() throws Exception {
        for (var each : open) each.close();
    }
}
