package dev.qiao.signal;

import dev.qiao.base.Coded;
import java.util.EnumSet;

/** How bad a machine says it is. The order of the constants is that of the badness, worst first. */
public enum Severity implements Coded {
    CRITICAL,
    MAJOR,
    WARNING,
    INFO,
    /** The sender did not say, or used a word that nobody has explained. */
    UNKNOWN;

    /** It and all that are worse, and what nobody has graded. */
    public EnumSet<Severity> andWorse() {
        var severities = EnumSet.range(CRITICAL, this);
        severities.add(UNKNOWN);
        return severities;
    }

    /** Whether it is at least as bad as the other; unknown counts as bad, for nobody has said that it is not. */
    public boolean atLeast(Severity other) {
        return this == UNKNOWN || compareTo(other) <= 0;
    }
}
