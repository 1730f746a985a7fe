package dev.qiao.channel.mail.smtp;

import dev.qiao.base.Opening;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.Mailboxes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Listens where the settings say, as soon as the desk serves. */
@Component
public class SmtpDoor implements Opening, DisposableBean {
    private static final int PLACE = 910;

    private final Settings settings;
    private final Mailboxes mailboxes;
    private final MailRoom room;
    private final InstantSource clock;
    private @Nullable SmtpServer server;

    SmtpDoor(Settings settings, Mailboxes mailboxes, MailRoom room, InstantSource clock) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.room = room;
        this.clock = clock;
    }

    /** Where it listens; empty: nowhere. */
    public String address() {
        return settings.text(Setting.SMTP_IN);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void open(URI desk, PrintStream out) {
        if (address().isEmpty()) return;
        try {
            server = new SmtpServer(socket(address()), new SmtpServer.Desk(mailboxes, room, clock));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for mail on " + address(), e);
        }
    }

    private static InetSocketAddress socket(String text) {
        int colon = text.lastIndexOf(':');
        var host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public void destroy() throws Exception {
        if (server != null) server.close();
    }
}
