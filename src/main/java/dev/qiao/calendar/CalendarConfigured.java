package dev.qiao.calendar;

import dev.qiao.journal.Facts;

/** A calendar was made or changed: its rules hold as of this revision. */
public record CalendarConfigured(String code, long revision) implements Facts {}
