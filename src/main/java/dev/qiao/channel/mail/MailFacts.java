package dev.qiao.channel.mail;

import dev.qiao.journal.Facts;

/** What the journal says of mails. */
public sealed interface MailFacts extends Facts {
    /** Somebody had it read again. */
    record MailRetried() implements MailFacts {}

    /** Somebody gave it up. */
    record MailDropped() implements MailFacts {}
}
