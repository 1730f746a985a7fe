package dev.qiao.sla;

import dev.qiao.sla.ladder.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one promise stands after the last thing that happened: a pure function of its history, made by {@link Replay}.
 *
 * @param spent the working time counted until {@code asOf}
 * @param asOf when the last thing happened that mattered to it
 * @param pausedAt since when it waits
 * @param stoppedAt since when it is fulfilled
 * @param halfAt when half the budget is spent; nothing as long as that cannot be said
 * @param dueAt when all of it is: the promise. Afterwards it is broken, whatever the calendar says
 */
public record Clock(
        Metric metric,
        Terms terms,
        String priority,
        Instant startedAt,
        Duration budget,
        Duration spent,
        Instant asOf,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant halfAt,
        @Nullable Instant threeQuartersAt,
        @Nullable Instant dueAt) {

    /** Whether it runs, pauses, was kept, or is broken. */
    public State state(Instant now) {
        if (stoppedAt != null) return breached(stoppedAt) ? State.BREACHED : State.MET;
        if (breached(now)) return State.BREACHED;
        return pausedAt != null ? State.PAUSED : State.RUNNING;
    }

    /** Whether time is being counted, breached or not. */
    public boolean ticking() {
        return stoppedAt == null && pausedAt == null;
    }

    public boolean stopped() {
        return stoppedAt != null;
    }

    /** Counted time up to a moment, or up to where it stopped. */
    public Duration spent(Instant now) {
        return ticking() ? spent.plus(terms.time().between(asOf, now)) : spent;
    }

    /** Below zero is what it is late by, in working time. */
    public Duration remaining(Instant now) {
        return budget.minus(spent(now));
    }

    public long budgetSeconds() {
        return budget.toSeconds();
    }

    public long spentSeconds(Instant now) {
        return spent(now).toSeconds();
    }

    /** When so much of the budget is spent if nothing pauses it; null while it pauses. */
    public @Nullable Instant moment(Step step) {
        return switch (step) {
            case HALF -> halfAt;
            case THREE_QUARTERS -> threeQuartersAt;
            case DUE -> dueAt;
        };
    }

    /** When it comes to this level of a ladder; nothing as long as that cannot be said, or when it never does. */
    public @Nullable Instant comes(Mark mark) {
        if (mark.equals(Mark.DUE)) return tells(Step.DUE);
        if (stoppedAt != null) return null;
        return switch (mark.basis()) {
            case PERCENT -> part(mark.amount());
            case BEFORE -> {
                var before = dueAt == null ? null : dueAt.minus(mark.amount(), ChronoUnit.MINUTES);
                yield before == null || before.isBefore(startedAt) ? null : before;
            }
            case AFTER ->
                dueAt == null
                        ? null
                        : dueAt.plus(mark.amount(), ChronoUnit.MINUTES).plus(1, ChronoUnit.MICROS);
        };
    }

    /** When so much of the budget is spent; what was spent already is behind it. */
    private @Nullable Instant part(int percent) {
        var part = budget.multipliedBy(percent).dividedBy(100).truncatedTo(ChronoUnit.MICROS);
        if (part.compareTo(spent) <= 0) return asOf;
        return pausedAt == null ? terms.time().add(asOf, part.minus(spent)) : null;
    }

    /** The highest step that is behind it: of moments passed at once only this one is told. */
    Optional<Step> passed(Instant now) {
        return Step.highest(step -> {
            var at = tells(step);
            return at != null && !at.isAfter(now);
        });
    }

    /** When somebody has to be told next, after what has been told already; nothing while that cannot be said. */
    @Nullable
    Instant nextAt(int told) {
        return Step.after(told).stream()
                .map(this::tells)
                .filter(at -> at != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** A stopped clock tells only that it was broken; and a promise is broken after its moment, not at it. */
    private @Nullable Instant tells(Step step) {
        var at = moment(step);
        if (at == null || (stoppedAt != null && !(step == Step.DUE && breached(stoppedAt)))) return null;
        return step == Step.DUE ? at.plus(1, ChronoUnit.MICROS) : at;
    }

    /** The same under terms that count on another edition of their calendar. */
    Clock on(Terms same) {
        if (same.id() != terms.id()) return this;
        return new Clock(
                metric,
                same,
                priority,
                startedAt,
                budget,
                spent,
                asOf,
                pausedAt,
                stoppedAt,
                halfAt,
                threeQuartersAt,
                dueAt);
    }

    private boolean breached(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }
}
