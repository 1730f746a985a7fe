package dev.qiao.sla;

import dev.qiao.journal.Facts;
import java.time.Instant;

/** A promise is broken. */
public record ClockBreached(String metric, Instant dueAt, String priority, String agreement) implements Facts {}
