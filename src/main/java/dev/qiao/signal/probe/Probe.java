package dev.qiao.signal.probe;

import dev.qiao.base.Coded;
import java.time.Instant;

/** Something that is looked at, as it was described, and how it stands. */
public record Probe(long id, ProbeDraft draft, Standing standing, Instant dueAt, int version) {
    /** How it is looked at. */
    public enum Kind implements Coded {
        HTTP,
        TCP,
        TLS,
        DNS,
        PING
    }
}
