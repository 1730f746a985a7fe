package dev.qiao.report.web;

import dev.qiao.report.Measure;

/** A measure with the goal that is set and the one that ships, as they are written into a field. */
public record GoalLine(Measure measure, String goal, String standard) {}
