package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.channel.mail.MailRoom.Arrival;
import dev.qiao.channel.mail.MailboxDraft.Fetch;
import dev.qiao.channel.mail.MailboxDraft.Opens;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands in mails for tests and tells what became of them. */
@Component
public class MailDesk {
    private final Db db;
    private final MailRoom room;
    private final MailSql sql;
    private final IntakeWorker worker;
    private final Mailboxes mailboxes;
    private final Tickets tickets;
    private final Conversation conversation;

    MailDesk(
            Db db,
            MailRoom room,
            MailSql sql,
            IntakeWorker worker,
            Mailboxes mailboxes,
            Tickets tickets,
            Conversation conversation) {
        this.db = db;
        this.room = room;
        this.sql = sql;
        this.worker = worker;
        this.mailboxes = mailboxes;
        this.tickets = tickets;
        this.conversation = conversation;
    }

    /** Everything is gone, boxes too. */
    public void clear() {
        db.sql("delete from channel.mail_thread").update();
        db.sql("delete from channel.mail_member").update();
        db.sql("delete from channel.mail").update();
        db.sql("delete from channel.mailbox").update();
    }

    public Mailbox box(Opens opens) {
        var address = "desk-" + UUID.randomUUID().toString().substring(0, 8) + "@desk.example.org";
        return mailboxes.create(new MailboxDraft(address, address, true, opens, Fetch.NONE), null, Me.QIAO, now());
    }

    public static Opens forAll(boolean strangers) {
        var usual = Opens.USUAL;
        return new Opens(usual.kind(), usual.impact(), usual.urgency(), null, null, null, strangers, List.of());
    }

    public static Instant now() {
        return Instant.parse("2026-01-12T01:00:00Z");
    }

    public Mail hear(Mailbox box, byte[] raw) {
        return hear(box, raw, null);
    }

    public Mail hear(Mailbox box, byte[] raw, @Nullable String envelope) {
        long id = put(box, raw, envelope);
        work();
        return sql.find(id).orElseThrow();
    }

    public long put(Mailbox box, byte[] raw, @Nullable String envelope) {
        return room.take(new Arrival(box.id(), raw, Mail.Way.SMTP, envelope, List.of(box.address()), null), now());
    }

    public void work() {
        while (worker.work(now()) > 0) {
            // until nothing waits
        }
    }

    public Ticket ticket(Mail mail) {
        return tickets.find(java.util.Objects.requireNonNull(mail.number()), Me.QIAO);
    }

    public List<Comment> comments(Mail mail) {
        return conversation.of(ticket(mail), Me.QIAO, 0, 200);
    }
}
