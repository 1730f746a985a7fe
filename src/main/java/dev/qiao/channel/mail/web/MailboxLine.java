package dev.qiao.channel.mail.web;

import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.imap.Place;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as it is read.
 *
 * @param place how it was fetched; null where it is not
 */
public record MailboxLine(Mailbox box, @Nullable Place place, boolean smtp) {
    /** The shape that says how it stands. */
    public String shape() {
        if (!box.draft().active()) return "waiting";
        if (!box.draft().fetch().wanted()) return smtp ? "up" : "slow";
        if (place == null || (place.lookedAt() == null && place.problem() == null)) return "waiting";
        return place.problem() == null ? "up" : "down";
    }

    /** The key of the word for it. */
    public String word() {
        if (!box.draft().active()) return "channel.mailbox_state.off";
        if (!box.draft().fetch().wanted()) return smtp ? "channel.mailbox_state.smtp" : "channel.mailbox_state.no_way";
        if (!box.secret()) return "channel.mailbox_no_secret";
        if (place == null || (place.lookedAt() == null && place.problem() == null))
            return "channel.mailbox_state.not_yet";
        return place.problem() == null ? "channel.mailbox_state.fetched" : place.problem();
    }
}
