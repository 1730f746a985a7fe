package dev.qiao.channel.mail;

import dev.qiao.base.Outage;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Worker;
import dev.qiao.channel.mail.read.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the mails that were kept, in order. One that cannot be read is put aside with its reason, and the next is read. */
@Component
class IntakeWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int MOST = 20;
    /** Whatever kills the program each time is not read once more. */
    private static final int MOST_ATTEMPTS = 5;

    private final MailSql sql;
    private final MailRoom room;
    private final MailboxSql boxes;
    private final Intake intake;

    IntakeWorker(MailSql sql, MailRoom room, MailboxSql boxes, Intake intake) {
        this.sql = sql;
        this.room = room;
        this.boxes = boxes;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "channel.intake";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        var waiting = sql.take(MOST);
        for (var mail : waiting) read(mail, now);
        return waiting.size();
    }

    private void read(Mail mail, Instant now) {
        var parsed = Optional.<Parsed>empty();
        try {
            if (mail.attempts() > MOST_ATTEMPTS) throw Refused.invalid("mail", "channel.mail_fatal", MOST_ATTEMPTS);
            var raw = room.raw(mail.id()).orElseThrow(() -> Refused.invalid("mail", "channel.mail_no_raw"));
            var box = boxes.find(mail.mailbox()).orElseThrow();
            var words = Parsed.of(raw, mail.envelope());
            parsed = Optional.of(words);
            intake.settle(mail, box, words, fingerprint(words, raw), now);
        } catch (Refused refused) {
            intake.quarantine(mail, Settled.quarantined(refused), parsed, now);
        } catch (RuntimeException | StackOverflowError failure) {
            if (Outage.is(failure)) throw failure;
            LOG.warn("mail {} cannot be read", mail.id(), failure);
            intake.quarantine(
                    mail, Settled.quarantined(new Problem(null, "channel.mail_unreadable", List.of())), parsed, now);
        }
    }

    /** The same for a mail that came twice on different ways: each way adds lines of its own to its header. */
    private static String fingerprint(Parsed parsed, byte[] raw) {
        var headers = parsed.headers();
        var head = String.join(
                "\n",
                parsed.id(),
                headers.plain("from"),
                headers.plain("date"),
                headers.plain("subject"),
                MailRoom.sha256(body(raw)));
        return MailRoom.sha256(head.getBytes(StandardCharsets.UTF_8));
    }

    /** Without line ends, which ways also change. */
    private static byte[] body(byte[] raw) {
        var text = new String(raw, StandardCharsets.ISO_8859_1).replace("\r", "");
        int blank = text.indexOf("\n\n");
        return (blank < 0 ? text : text.substring(blank)).stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
    }
}
