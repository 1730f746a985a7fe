package dev.qiao.sla;

import java.util.List;

/** A subject with all that has happened to it, in order. */
public record History(Start start, List<Change> changes) {}
