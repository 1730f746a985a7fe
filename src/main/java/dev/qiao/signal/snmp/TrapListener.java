package dev.qiao.signal.snmp;

import dev.qiao.base.Opening;
import dev.qiao.people.Seal;
import dev.qiao.signal.source.Strangers;
import dev.qiao.signal.source.TrapAddress;
import dev.qiao.signal.source.TrapDoors;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Listens for traps where the settings say, as soon as the desk serves. */
@Component
class TrapListener implements Opening, DisposableBean {
    private static final int PLACE = 901;

    private final TrapAddress address;
    private final TrapDoors doors;
    private final TrapQueue queue;
    private final Strangers strangers;
    private final Seal seal;
    private @Nullable TrapSocket open;

    TrapListener(TrapAddress address, TrapDoors doors, TrapQueue queue, Strangers strangers, Seal seal) {
        this.address = address;
        this.doors = doors;
        this.queue = queue;
        this.strangers = strangers;
        this.seal = seal;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void open(URI desk, PrintStream out) {
        var text = address.of();
        if (text.isEmpty()) return;
        int colon = text.lastIndexOf(':');
        var host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        try {
            open = listen(new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for traps on " + text, e);
        }
    }

    TrapSocket listen(InetSocketAddress where) throws IOException {
        return new TrapSocket(where, doors, queue, strangers, seal.of("snmp engine", where.toString()));
    }

    @Override
    public void destroy() throws IOException {
        if (open != null) open.close();
    }
}
