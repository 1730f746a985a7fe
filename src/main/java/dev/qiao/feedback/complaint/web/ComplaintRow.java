package dev.qiao.feedback.complaint.web;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Face;
import dev.qiao.feedback.complaint.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as a row.
 *
 * @param team complained of, by name
 * @param clock the promise that is next, or how the last one ended
 */
public record ComplaintRow(
        Complaint complaint,
        Face complainer,
        Face handler,
        @Nullable String team,
        @Nullable ClockView clock,
        boolean late) {
    public String number() {
        return Long.toString(complaint.number());
    }
}
