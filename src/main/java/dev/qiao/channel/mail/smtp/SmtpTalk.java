package dev.qiao.channel.mail.smtp;

import dev.qiao.base.Refused;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.MailRoom.Arrival;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.smtp.SmtpServer.Desk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One talk by RFC 5321. A mail is answered with 250 when it is durable; whatever else happens, its sender still has it. */
final class SmtpTalk {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTalk.class);
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_RECIPIENTS = 100;
    private static final int MOST_ERRORS = 20;
    private static final Pattern PATH = Pattern.compile("(?i)(?:from|to):\\s*(?:<([^<>]*)>|([^\\s<>]+))(.*)");
    private static final Pattern SIZE = Pattern.compile("(?i).*\\bsize=(\\d{1,15})\\b.*");

    private final InputStream in;
    private final OutputStream out;
    private final Desk desk;
    private final AtomicLong held;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable Mailbox box;
    private @Nullable String sender;
    private int errors;
    private boolean open = true;

    /** @param held how many bytes all talks together hold and have not kept yet */
    SmtpTalk(Socket socket, Desk desk, AtomicLong held) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
        this.desk = desk;
        this.held = held;
    }

    void hold() throws IOException {
        say("220 " + InetAddress.getLocalHost().getHostName() + " ESMTP Qiao");
        while (open) {
            var line = line();
            if (line == null) return;
            answer(line);
            if (errors > MOST_ERRORS) {
                say("421 4.7.0 too many errors");
                return;
            }
        }
    }

    private void answer(String line) throws IOException {
        int blank = line.indexOf(' ');
        var verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
        var rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        switch (verb) {
            case "EHLO" -> {
                reset();
                say("250-Qiao\r\n250-SIZE " + Mail.LARGEST
                        + "\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES");
            }
            case "HELO" -> {
                reset();
                say("250 Qiao");
            }
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                say("250 2.0.0 forgotten");
            }
            case "NOOP" -> say("250 2.0.0 here");
            case "VRFY" -> say("252 2.1.5 send it and see");
            case "QUIT" -> {
                say("221 2.0.0 bye");
                open = false;
            }
            default -> error("500 5.5.1 unknown command");
        }
    }

    private void from(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (!path.matches() || sender != null) {
            error("503 5.5.1 MAIL FROM:<address>, once");
            return;
        }
        var size = SIZE.matcher(path.group(3));
        if (size.matches() && Long.parseLong(size.group(1)) > Mail.LARGEST) {
            error("552 5.3.4 too large");
            return;
        }
        sender = Objects.requireNonNullElse(path.group(1), Objects.requireNonNullElse(path.group(2), ""))
                .strip();
        say("250 2.1.0 ok");
    }

    private void to(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (sender == null || !path.matches()) {
            error("503 5.5.1 MAIL first, then RCPT TO:<address>");
            return;
        }
        if (recipients.size() >= MOST_RECIPIENTS) {
            say("452 4.5.3 too many recipients");
            return;
        }
        var address = Objects.requireNonNullElse(path.group(1), Objects.requireNonNullElse(path.group(2), ""))
                .strip();
        try {
            var found = desk.mailboxes().to(List.of(address));
            if (found.isEmpty()) {
                error("550 5.1.1 nobody here has that address");
                return;
            }
            if (box == null) box = found.get();
            recipients.add(address);
            say("250 2.1.5 ok");
        } catch (RuntimeException failure) {
            LOG.warn("nobody knows yet whose mail this is", failure);
            say("451 4.3.0 not now");
        }
    }

    private void data() throws IOException {
        if (box == null || sender == null) {
            error("503 5.5.1 RCPT first");
            return;
        }
        say("354 go on, end with a dot");
        try (var letter = new SmtpData(in, held)) {
            var raw = letter.read();
            if (raw == null) say(letter.tooLarge() ? "552 5.3.4 too large" : "452 4.3.1 too much at once, come again");
            else keep(raw, box, sender);
        }
        reset();
    }

    private void keep(byte[] raw, Mailbox to, String from) throws IOException {
        try {
            var arrival = new Arrival(to.id(), raw, Mail.Way.SMTP, from, List.copyOf(recipients), null);
            say("250 2.0.0 kept as " + desk.room().take(arrival, desk.clock().instant()));
        } catch (Refused refused) {
            say("452 4.3.1 too much at once, come again");
        } catch (RuntimeException failure) {
            LOG.warn("a mail cannot be kept yet", failure);
            say("451 4.3.0 not now");
        }
    }

    private void reset() {
        sender = null;
        box = null;
        recipients.clear();
    }

    private void error(String answer) throws IOException {
        errors++;
        say(answer);
    }

    private void say(String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Null at the end. A line that is too long is cut, and is no command that anybody knows. */
    private @Nullable String line() throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') return line.toString(StandardCharsets.UTF_8).stripTrailing();
            if (line.size() < LONGEST_LINE) line.write(b);
        }
        return null;
    }
}
