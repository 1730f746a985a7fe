package dev.qiao.channel.mail.real;

import dev.qiao.signal.real.Part;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A company's mail: Postfix takes and hands on, Dovecot keeps the boxes {@code li} and {@code it}. What is written to {@code desk.test}
 * goes to the desk's own door. Both run under users of their own, so that they are started as root only.
 */
@SuppressWarnings("try") // both wait for their end
final class MailServer implements AutoCloseable {
    static final String LI = "li@company.test";
    static final String IT = "it@company.test";
    static final String SECRET = "secret";

    final int smtp = Part.freePort();
    final int imap = Part.freePort();
    private final Path folder;
    private final Path postfix;
    private final Part keeps;
    private final Part hands;

    /** @param desk the port of the desk's own door for mail */
    MailServer(Path folder, int desk) throws IOException, InterruptedException {
        this.folder = folder;
        postfix = Part.need("postfix", "postfix");
        var dovecot = Part.need("dovecot", "dovecot-imapd dovecot-lmtpd");
        open(folder.getParent());
        open(folder);
        int lmtp = Part.freePort();
        for (var name : List.of("run", "boxes", "queue", "data", "postfix")) open(folder.resolve(name));
        Part.run(Path.of("/bin/chown"), "mail:mail", folder.resolve("boxes").toString());
        Part.run(Path.of("/bin/chown"), "postfix", folder.resolve("data").toString());
        var users = folder.resolve("users");
        Files.writeString(users, (LI + ":{PLAIN}%s::::::\n" + IT + ":{PLAIN}%s::::::\n").formatted(SECRET, SECRET));
        var settings = folder.resolve("dovecot.conf");
        Files.writeString(settings, fill(DOVECOT, Map.of("imap", imap, "lmtp", lmtp, "users", users)));
        Files.writeString(folder.resolve("postfix/main.cf"), fill(MAIN, Map.of("lmtp", lmtp, "desk", desk)));
        Files.writeString(folder.resolve("postfix/master.cf"), fill(MASTER, Map.of("smtp", smtp)));
        keeps = Part.start(dovecot, folder, "-F", "-c", settings.toString());
        hands = Part.start(postfix, folder, "-c", folder.resolve("postfix").toString(), "start-fg");
    }

    private static void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String fill(String text, Map<String, Object> values) {
        var filled = text.replace("{folder}", folder.toString());
        for (var value : values.entrySet())
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
        return filled;
    }

    boolean up() throws IOException {
        if (!keeps.alive() || !hands.alive()) throw new AssertionError(said());
        try {
            box(LI);
            Transport.send(letter("postmaster@company.test", LI, "is anybody there", "hello", null));
            return true;
        } catch (MessagingException _) {
            return false;
        }
    }

    private String said() throws IOException {
        var said = new StringBuilder(keeps.said()).append(hands.said());
        for (var name : List.of("dovecot.said", "postfix.said")) {
            var file = folder.resolve(name);
            if (Files.exists(file)) said.append(Files.readString(file));
        }
        return said.toString();
    }

    void write(String from, String to, String subject, String text, @Nullable Message answers)
            throws MessagingException {
        Transport.send(letter(from, to, subject, text, answers));
    }

    private MimeMessage letter(String from, String to, String subject, String text, @Nullable Message answers)
            throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtp));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "utf-8");
        message.setText(text, "utf-8");
        if (answers != null) message.setHeader("In-Reply-To", answers.getHeader("Message-ID")[0]);
        return message;
    }

    /** What lies in a box, each whole. */
    List<MimeMessage> box(String address) throws MessagingException {
        var session = Session.getInstance(new Properties());
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", imap, address, SECRET);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var whole = Arrays.asList(inbox.getMessages()).reversed();
                return List.copyOf(whole.stream().map(MailServer::whole).toList());
            }
        }
    }

    private static MimeMessage whole(Message message) {
        try {
            return new MimeMessage((MimeMessage) message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        Part.run(postfix, "-c", folder.resolve("postfix").toString(), "stop");
        hands.close();
        keeps.close();
    }

    private static final String DOVECOT = """
            base_dir = {folder}/run
            state_dir = {folder}/run
            log_path = {folder}/dovecot.said
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{folder}/boxes/%u
            first_valid_uid = 1
            auth_username_format = %Lu
            passdb {
              driver = passwd-file
              args = username_format=%u {users}
            }
            userdb {
              driver = passwd-file
              args = username_format=%u {users}
              default_fields = uid=mail gid=mail home={folder}/boxes/%u
            }
            service imap-login {
              inet_listener imap {
                port = {imap}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {lmtp}
              }
            }
            """;

    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = {folder}/queue
            data_directory = {folder}/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mx.company.test
            mydestination =
            mynetworks = 127.0.0.0/8
            alias_maps =
            local_recipient_maps =
            recipient_delimiter = +
            relay_domains = desk.test company.test
            transport_maps = inline:{ {company.test=lmtp:inet:127.0.0.1:{lmtp}}, {desk.test=smtp:[127.0.0.1]:{desk}} }
            smtpd_recipient_restrictions = permit_mynetworks, reject
            maillog_file = {folder}/postfix.said
            maillog_file_prefixes = {folder}
            smtputf8_enable = no
            minimal_backoff_time = 2s
            maximal_backoff_time = 2s
            queue_run_delay = 2s
            """;

    private static final String MASTER = """
            127.0.0.1:{smtp} inet n - n - - smtpd
            pickup     unix n - n 60 1 pickup
            cleanup    unix n - n - 0 cleanup
            qmgr       unix n - n 2 1 qmgr
            rewrite    unix - - n - - trivial-rewrite
            bounce     unix - - n - 0 bounce
            defer      unix - - n - 0 bounce
            trace      unix - - n - 0 bounce
            verify     unix - - n - 1 verify
            flush      unix n - n 1000? 0 flush
            proxymap   unix - - n - - proxymap
            smtp       unix - - n - - smtp
            showq      unix n - n - - showq
            error      unix - - n - - error
            retry      unix - - n - - error
            lmtp       unix - - n - - lmtp
            anvil      unix - - n - 1 anvil
            scache     unix - - n - 1 scache
            postlog    unix-dgram n - n - 1 postlogd
            """;
}
