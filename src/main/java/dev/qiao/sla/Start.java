package dev.qiao.sla;

import dev.qiao.base.Origin;
import java.time.Instant;

/** A subject that is promised something from now on. */
public record Start(String kind, long subject, Attributes attributes, Instant at, Origin origin) {}
