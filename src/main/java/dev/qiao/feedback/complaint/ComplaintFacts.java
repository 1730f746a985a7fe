package dev.qiao.feedback.complaint;

import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.journal.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to complaints. */
public final class ComplaintFacts {
    private ComplaintFacts() {}

    /**
     * It was received.
     *
     * @param leaders who are told at once
     * @param grievance what it began as; null when it was formal from the first
     */
    public record ComplaintReceived(
            @Nullable Long ticket,
            Cause cause,
            List<Long> leaders,
            @Nullable Long grievance) implements Facts {}

    /** Somebody handles it from now on. */
    public record ComplaintGiven(long handler, @Nullable Long before) implements Facts {}

    public record ComplaintNoted() implements Facts {}

    public record ComplaintAnswered(long complainer) implements Facts {}

    public record ComplaintConcluded(long complainer, Result result) implements Facts {}

    public record ComplaintJudged(
            boolean satisfied, @Nullable Long handler) implements Facts {}
}
