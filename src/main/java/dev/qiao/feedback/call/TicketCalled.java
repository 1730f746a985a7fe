package dev.qiao.feedback.call;

import dev.qiao.feedback.call.Call.Result;
import dev.qiao.journal.Facts;

/** Somebody was rung up about a ticket, or could not be reached. */
public record TicketCalled(Result result) implements Facts {}
