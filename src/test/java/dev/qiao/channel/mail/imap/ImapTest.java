package dev.qiao.channel.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.MailDesk;
import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.MailboxDraft;
import dev.qiao.channel.mail.MailboxDraft.Access;
import dev.qiao.channel.mail.MailboxDraft.Fetch;
import dev.qiao.channel.mail.MailboxDraft.Security;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.channel.mail.Mails;
import dev.qiao.channel.mail.Outcome;
import dev.qiao.channel.mail.Writing;
import dev.qiao.people.People;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class ImapTest {
    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Imap imap;

    @Autowired
    PlaceSql places;

    @Autowired
    MailRoom room;

    @Autowired
    MailDesk desk;

    @Autowired
    Mails mails;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    private GreenMail server;
    private GreenMailUser user;
    private ImapWorker worker;
    private Mailbox box;
    private String li;

    @BeforeEach
    void open() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        var address = "desk-" + UUID.randomUUID() + "@example.org";
        user = server.setUser(address, address, "secret");
        box = mailboxes.create(draft(address, port, "INBOX"), "secret", Me.QIAO, clock.instant());
        worker = new ImapWorker(mailboxes, imap, places, room, clock);
        li = people.find(cast.hire("requester").id()).orElseThrow().mail();
    }

    @AfterEach
    void close() {
        worker.destroy();
        server.stop();
        desk.clear();
    }

    private static MailboxDraft draft(String address, int port, String folder) {
        var fetch = new Fetch("127.0.0.1", port, Security.PLAIN, address, folder, Access.PASSWORD, "", "", true);
        return new MailboxDraft(address, address, true, MailDesk.forAll(false), fetch);
    }

    @Test
    void whatIsUnreadIsKeptAndThenMarkedAndWhatComesLaterIsTold() throws Exception {
        deliver("read before", true);
        deliver("first", false);
        worker.work(clock.instant());
        until(() -> all().size() == 1);
        assertThat(all())
                .singleElement()
                .satisfies(mail -> assertThat(mail.outcome()).isEqualTo(Outcome.TICKET));
        until(() -> unread() == 0);
        deliver("second", false);
        until(() -> all().size() == 2);
        until(() -> unread() == 0);
        assertThat(all()).extracting(Mail::subject).containsExactly("second", "first");
        assertThat(count()).as("nothing is deleted").isEqualTo(3);
    }

    @Test
    void numbersThatMeanSomethingNewDoubleNothing() throws Exception {
        deliver("first", false);
        worker.work(clock.instant());
        until(() -> unread() == 0);
        worker.destroy();
        db.sql(
                        "update channel.mailbox_place set uid_validity = uid_validity - 1, last_uid = 4000, leased_until = null, begun_at = now() - interval '1 day'")
                .update();
        deliver("second", false);
        worker = new ImapWorker(mailboxes, imap, places, room, clock);
        worker.work(clock.instant());
        until(() -> all().size() == 2);
        assertThat(all()).extracting(Mail::subject).containsExactly("second", "first");
    }

    @Test
    void aServerThatWentAwayIsLookedForAgainAndNothingIsLost() throws Exception {
        worker.work(clock.instant());
        until(() ->
                places.find(box.id()).filter(place -> place.lookedAt() != null).isPresent());
        server.stop();
        until(() ->
                places.find(box.id()).filter(place -> place.problem() != null).isPresent());
        assertThat(imap.place(box.id(), Me.QIAO).orElseThrow().problem()).isEqualTo("channel.imap_unreachable");
    }

    @Test
    void oneNodeLooksIntoABox() {
        assertThat(places.lease(box.id(), clock.instant().plus(Duration.ofMinutes(1)), clock.instant()))
                .isTrue();
        assertThat(places.lease(box.id(), clock.instant().plus(Duration.ofMinutes(1)), clock.instant()))
                .isFalse();
    }

    @Test
    void aTrySaysWhatIsThereOrWhatIsWrong() throws Exception {
        deliver("first", false);
        var port = server.getImap().getPort();
        assertThat(imap.attempt(box.id(), draft(box.address(), port, "INBOX"), null, Me.QIAO)
                        .unread())
                .isEqualTo(1);
        assertThat(imap.attempt(box.id(), draft(box.address(), port, "INBOX"), "wrong", Me.QIAO)
                        .problem())
                .isEqualTo("channel.imap_sign_in");
        assertThat(imap.attempt(box.id(), draft(box.address(), port, "Nowhere"), null, Me.QIAO)
                        .problem())
                .isEqualTo("channel.imap_folder");
        var draft = draft(box.address(), port, "INBOX");
        var fetch = draft.fetch();
        var outside =
                new Fetch(fetch.host(), port, fetch.security(), fetch.login(), "INBOX", Access.PASSWORD, "", "", false);
        assertThat(imap.attempt(
                                box.id(),
                                new MailboxDraft("x", box.address(), true, draft.opens(), outside),
                                null,
                                Me.QIAO)
                        .problem())
                .isEqualTo("channel.imap_out_of_bounds");
    }

    @Test
    void whatItSignsInWithIsNowhereInPlainWords() {
        var stored = db.sql("select b::text as stored from channel.mailbox b").list(row -> row.text("stored"));
        assertThat(stored).noneMatch(row -> row.contains("\"secret\""));
        assertThat(db.sql("select encode(secret, 'escape') as s from channel.mailbox")
                        .list(row -> row.text("s")))
                .noneMatch(s -> s.contains("secret"));
        assertThat(mailboxes.secret(box)).contains("secret");
    }

    private void deliver(String subject, boolean seen) throws Exception {
        var raw = Writing.from(li, box.address(), subject).text(subject).bytes();
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        var inbox = server.getManagers().getImapHostManager().getInbox(user);
        inbox.store(message);
        if (seen) {
            var uid = inbox.getMessages().getLast().getUid();
            inbox.setFlags(new Flags(Flags.Flag.SEEN), true, uid, null, true);
        }
    }

    private List<Mail> all() {
        desk.work();
        return mails.page(new Mails.Wanted(null, false, box.id(), null), 10, Me.QIAO);
    }

    private int unread() {
        return (int) inbox().stream()
                .filter(message -> !message.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    private int count() {
        return inbox().size();
    }

    private List<com.icegreen.greenmail.store.StoredMessage> inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int n = 0; n < 200 && !done.getAsBoolean(); n++) Thread.sleep(100);
        assertThat(done.getAsBoolean()).isTrue();
    }
}
