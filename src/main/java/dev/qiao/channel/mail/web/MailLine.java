package dev.qiao.channel.mail.web;

import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.Outcome;

/** A mail as it is read, with where it was written to. */
public record MailLine(Mail mail, String box) {
    /** The shape that says what became of it. */
    public String shape() {
        return shape(mail);
    }

    /** The key of the word for it. */
    public String word() {
        return word(mail);
    }

    static String shape(Mail mail) {
        var outcome = mail.outcome();
        if (outcome == null) return "waiting";
        return switch (outcome) {
            case TICKET, COMMENT -> "up";
            case BOUNCE -> mail.bounce() != null && mail.bounce().delayed() ? "slow" : "down";
            case AUTO_REPLY, REJECTED -> "waiting";
            case QUARANTINED -> "slow";
        };
    }

    static String word(Mail mail) {
        var outcome = mail.outcome();
        if (outcome == null) return "channel.mail_outcome.waiting";
        if (outcome == Outcome.BOUNCE && mail.bounce() != null && mail.bounce().delayed())
            return "channel.mail_delayed";
        return "channel.mail_outcome." + outcome.code();
    }
}
