package dev.qiao.feedback.complaint;

import dev.qiao.feedback.complaint.Complaint.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as somebody makes it.
 *
 * @param complainer null: whoever makes it, and of a ticket its requester when the desk takes it down
 * @param team null: the ticket's
 * @param against null: whoever has the ticket, or had it last
 */
public record ComplaintDraft(
        @Nullable Long ticket,
        @Nullable Long complainer,
        @Nullable Long team,
        @Nullable Long against,
        @Nullable Cause cause,
        String title,
        String words) {
    /** About a ticket, by whoever may. */
    public static ComplaintDraft about(long ticket, @Nullable Cause cause, String title, String words) {
        return new ComplaintDraft(ticket, null, null, null, cause, title, words);
    }
}
