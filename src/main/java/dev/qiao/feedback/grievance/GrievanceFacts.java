package dev.qiao.feedback.grievance;

import dev.qiao.journal.Facts;

/** What a ticket's own history says of grievances about it. */
public final class GrievanceFacts {
    private GrievanceFacts() {}

    public record TicketGrieved(long grievance) implements Facts {}

    public record TicketAppeased(long grievance) implements Facts {}
}
