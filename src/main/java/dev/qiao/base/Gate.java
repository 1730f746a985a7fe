package dev.qiao.base;

import java.time.Instant;

/** An objection of a room above to an act below: throws {@link Refused} to keep it shut. */
public interface Gate {
    void pass(String kind, long subject, String act, Me me, Instant now);
}
