package dev.qiao.report;

import dev.qiao.base.Coded;

/** What the desk measures itself by, with the goals that ship. */
public enum Measure implements Coded {
    /** Mean time to restore, from the first signal, else the stated start of the fault, else its opening; agreed pauses do not count. */
    MTTR(Unit.MINUTES, Goal.AT_MOST, 30),
    /** Solved within 24 hours of the first response. */
    SOLVED_24H(Unit.PERCENT, Goal.AT_LEAST, 80),
    RESPONSE_URGENT(Unit.PERCENT, Goal.AT_LEAST, 100),
    RESPONSE_IMPORTANT(Unit.PERCENT, Goal.AT_LEAST, 100),
    RESPONSE_NORMAL(Unit.PERCENT, Goal.AT_LEAST, 100),
    /** Urgent incidents solved as promised. */
    CRITICAL_4H(Unit.PERCENT, Goal.AT_LEAST, 100),
    /** Answered in time. */
    RESPONSE_RATE(Unit.PERCENT, Goal.AT_LEAST, 98),
    RESPONSE_MEAN(Unit.MINUTES, Goal.AT_MOST, 90),
    SATISFACTION(Unit.PERCENT, Goal.AT_LEAST, 90),
    /** Resolved without hand-over or reopening. */
    FIRST_TIME_FIX(Unit.PERCENT, Goal.SHOWN, 0),
    /** The same requester reported the same service again within 30 days of its being restored. */
    REPEAT_30D(Unit.PERCENT, Goal.SHOWN, 0),
    REOPENED(Unit.PERCENT, Goal.SHOWN, 0),
    /** Incidents on what is monitored that a warning came before. */
    EARLY_WARNING(Unit.PERCENT, Goal.AT_LEAST, 85),
    /** From the beginning of an incident, where that is known, until it was reported. */
    DETECT_MEAN(Unit.MINUTES, Goal.SHOWN, 0),
    /** From an incident's report until somebody accepted it. */
    ACCEPT_MEAN(Unit.MINUTES, Goal.SHOWN, 0),
    /** Closed tickets whose requester was reached by a follow-up call. */
    FOLLOW_UP_COVERAGE(Unit.PERCENT, Goal.AT_LEAST, 60);

    public enum Unit implements Coded {
        MINUTES,
        PERCENT
    }

    /** Which side of the goal is good. */
    public enum Goal {
        AT_MOST,
        AT_LEAST,
        SHOWN
    }

    public final Unit unit;
    public final Goal goal;
    public final double standard;

    Measure(Unit unit, Goal goal, double standard) {
        this.unit = unit;
        this.goal = goal;
        this.standard = standard;
    }

    boolean met(double value, double wanted) {
        return switch (goal) {
            case AT_MOST -> value <= wanted;
            case AT_LEAST -> value >= wanted;
            case SHOWN -> true;
        };
    }
}
