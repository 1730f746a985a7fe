package dev.qiao.ticket.followup;

import java.time.Instant;

/** A ticket that somebody wants to look at again. */
public record FollowUp(long number, long person, Instant at, String note, boolean told) {}
