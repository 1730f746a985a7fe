package dev.qiao.base.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise as a page shows it: a ring that fills, or its end.
 *
 * @param due null for a clock that stands still
 * @param share of the budget that is spent, 0 to 1
 * @param until when a paused clock goes on, if that is known
 * @param spent counted so far, or in all
 */
public record ClockView(
        State state,
        @Nullable Instant due,
        double share,
        @Nullable Instant until,
        Duration spent,
        Duration budget) {
    /** From this share on a promise is in danger. */
    private static final double RISK = 0.75;

    /** How a promise stands; each has its own shape. */
    public enum State {
        OK("is-ok"),
        RISK("is-risk"),
        BROKEN("is-broken"),
        PAUSED("is-paused"),
        KEPT("is-kept"),
        MISSED("is-broken");

        public final String look;

        State(String look) {
            this.look = look;
        }
    }

    public static ClockView running(Instant due, Duration spent, Duration budget, Instant now) {
        double share = share(spent, budget);
        var state = due.isBefore(now) ? State.BROKEN : share >= RISK ? State.RISK : State.OK;
        return new ClockView(state, due, share, null, spent, budget);
    }

    public static ClockView paused(@Nullable Instant until, Duration spent, Duration budget) {
        return new ClockView(State.PAUSED, null, share(spent, budget), until, spent, budget);
    }

    public static ClockView stopped(boolean kept, Duration spent, Duration budget) {
        return new ClockView(kept ? State.KEPT : State.MISSED, null, 1, null, spent, budget);
    }

    public boolean running() {
        return due != null;
    }

    /** The words beside the ring: what is left when it is near, else the moment. */
    public String words(Times times) {
        return switch (state) {
            case OK, RISK, BROKEN -> countdown(times, java.util.Objects.requireNonNull(due));
            case PAUSED ->
                until == null ? times.lang().t("base.paused") : times.lang().t("base.paused_until", times.at(until));
            case KEPT -> times.lang().t("base.took", times.duration(spent));
            case MISSED -> times.lang().t("base.over", times.duration(spent.minus(budget)));
        };
    }

    /** {@code 77 100}: the filled part of the ring. */
    public String dash() {
        return Math.round(share * 100) + " 100";
    }

    private static String countdown(Times times, Instant due) {
        boolean near = Duration.between(times.now(), due).compareTo(Times.NEAR) < 0;
        return near ? times.left(due) : times.at(due);
    }

    private static double share(Duration spent, Duration budget) {
        return budget.isZero() ? 1 : Math.clamp((double) spent.toMillis() / budget.toMillis(), 0, 1);
    }
}
