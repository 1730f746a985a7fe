package dev.qiao.calendar;

import dev.qiao.journal.Facts;

/** A calendar was made or changed: its rules hold as of this revision: said no more since changes tell before and after, still to be read. */
public record CalendarConfigured(String code, long revision) implements Facts {}
