package dev.qiao.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A part of the budget at which somebody is told. */
public enum Step {
    HALF(50),
    THREE_QUARTERS(75),
    DUE(100);

    private static final List<Step> HIGHEST_FIRST = List.of(DUE, THREE_QUARTERS, HALF);

    private final int percent;

    Step(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** The steps that are still to come after this many percent. */
    static List<Step> after(int percent) {
        return Arrays.stream(values()).filter(step -> step.percent > percent).toList();
    }

    static Optional<Step> highest(Predicate<Step> passed) {
        return HIGHEST_FIRST.stream().filter(passed).findFirst();
    }
}
