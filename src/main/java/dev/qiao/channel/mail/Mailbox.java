package dev.qiao.channel.mail;

/** An address at which people write to the desk. */
public record Mailbox(long id, MailboxDraft draft, boolean secret, int version) {
    /** What people write to. */
    public String address() {
        return draft.address();
    }
}
