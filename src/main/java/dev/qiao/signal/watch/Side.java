package dev.qiao.signal.watch;

import dev.qiao.base.Coded;

/** On which side of a limit trouble is. */
public enum Side implements Coded {
    ABOVE,
    BELOW;

    /** Whether a value is on the wrong side of a limit. */
    boolean beyond(double value, double limit) {
        return this == ABOVE ? value > limit : value < limit;
    }

    /** How far a value is on the wrong side; below zero: it is not. */
    double excess(double value, double limit) {
        return this == ABOVE ? value - limit : limit - value;
    }
}
