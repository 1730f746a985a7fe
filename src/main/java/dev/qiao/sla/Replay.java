package dev.qiao.sla;

import dev.qiao.base.Refused;
import dev.qiao.sla.Fact.Changed;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Restarted;
import dev.qiao.sla.Fact.Resumed;
import dev.qiao.sla.Fact.Started;
import dev.qiao.sla.Fact.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of one promise, lived again. Facts are taken in the order in which they were recorded; one whose time lies before
 * its forerunner's (a clock was set back) happens at the forerunner's time. What makes no difference is passed over: a second
 * stop, a resume without a hold.
 */
public final class Replay {
    private final Metric metric;
    private final List<Stretch> stretches = new ArrayList<>();
    private Terms terms;
    private String priority;
    private Terms newestTerms;
    private String newestPriority;
    private final Instant startedAt;
    private Instant at;
    private @Nullable String hold;
    private boolean waits;
    private @Nullable Instant heldAt;
    private @Nullable Instant stoppedAt;
    private List<Began> began = List.of(new Began.Opened());

    private Replay(Metric metric, Started started) {
        this.metric = metric;
        this.startedAt = started.at().truncatedTo(ChronoUnit.MICROS);
        this.at = startedAt;
        this.terms = started.terms();
        this.newestTerms = terms;
        this.priority = started.priority();
        this.newestPriority = priority;
    }

    /** How the promise stands after all this. */
    public static Clock clock(Metric metric, List<Fact> history) {
        return of(metric, history).clock();
    }

    /** Why it stands so, span by span until now. */
    public static List<Span> spans(Metric metric, List<Fact> history, Instant now) {
        var replay = of(metric, history);
        var spans = new ArrayList<Span>();
        for (var stretch : replay.stretches) spans.addAll(stretch.spans());
        if (replay.stoppedAt == null && now.isAfter(replay.at))
            spans.addAll(replay.stretch(now).spans());
        return spans;
    }

    /** The terms that hold, or will once the clock goes on. */
    static Terms terms(List<Fact> history) {
        return of(Metric.RESOLUTION, history).newestTerms;
    }

    private static Replay of(Metric metric, List<Fact> history) {
        if (history.isEmpty() || !(history.getFirst() instanceof Started started))
            throw Refused.conflict("sla.never_started");
        var replay = new Replay(metric, started);
        for (var fact : history.subList(1, history.size())) replay.live(fact);
        return replay;
    }

    private void live(Fact fact) {
        switch (fact) {
            case Started _ -> {}
            case Changed changed -> {
                newestTerms = changed.terms();
                newestPriority = changed.priority();
                if (stoppedAt == null) adopt(fact.at());
            }
            case Held held -> hold(held.at(), held.reason());
            case Resumed resumed -> hold(resumed.at(), null);
            case Stopped stopped -> {
                if (stopped.metric() == metric && stoppedAt == null) {
                    cut(stopped.at());
                    stoppedAt = at;
                }
            }
            case Restarted restarted -> {
                if (restarted.metric() == metric && stoppedAt != null) {
                    var stopped = at;
                    at = later(restarted.at());
                    if (at.isAfter(stopped)) stretches.add(Stretch.stopped(stopped, at, terms));
                    stoppedAt = null;
                    hold = null;
                    began = List.of(new Began.Reopened());
                    await();
                    adopt(at);
                }
            }
        }
    }

    /** What it is on hold for while it is fulfilled makes no difference: reopening ends every hold. */
    private void hold(Instant moment, @Nullable String reason) {
        if (stoppedAt != null) return;
        boolean matters = waits || pauses(reason);
        if (matters) cut(moment);
        hold = reason;
        await();
        if (matters) because(reason == null ? new Began.Resumed() : new Began.Held(reason, !waits));
    }

    private void adopt(Instant moment) {
        if (terms.equals(newestTerms) && priority.equals(newestPriority)) return;
        cut(moment);
        because(Began.between(terms, priority, newestTerms, newestPriority).toArray(Began[]::new));
        terms = newestTerms;
        priority = newestPriority;
        await();
    }

    private void await() {
        boolean waited = waits;
        waits = pauses(hold);
        if (waits && !waited) heldAt = at;
    }

    private boolean pauses(@Nullable String reason) {
        return reason != null && terms.pauses(metric, reason);
    }

    /** Ends the stretch that is being lived. */
    private void cut(Instant moment) {
        var until = later(moment);
        if (until.isAfter(at)) {
            stretches.add(stretch(until));
            began = List.of();
        }
        at = until;
    }

    private void because(Began... reasons) {
        began = Stream.concat(began.stream(), Stream.of(reasons)).toList();
    }

    private Stretch stretch(Instant until) {
        return Stretch.lived(at, until, terms, hold, waits, began);
    }

    private Instant later(Instant moment) {
        var exact = moment.truncatedTo(ChronoUnit.MICROS);
        return exact.isAfter(at) ? exact : at;
    }

    private Clock clock() {
        var budget = terms.budget(metric, priority);
        var spent = Duration.ZERO;
        for (var stretch : stretches) spent = spent.plus(stretch.work());
        return new Clock(
                metric,
                terms,
                priority,
                startedAt,
                budget,
                spent,
                at,
                stoppedAt == null && waits ? Objects.requireNonNull(heldAt) : null,
                stoppedAt,
                reached(budget, Step.HALF, spent),
                reached(budget, Step.THREE_QUARTERS, spent),
                reached(budget, Step.DUE, spent));
    }

    /** The first moment at which so much of the budget is spent: in the past, or to come if the clock ticks or had ticked on. */
    private @Nullable Instant reached(Duration budget, Step step, Duration spent) {
        var part = budget.multipliedBy(step.percent()).dividedBy(100).truncatedTo(ChronoUnit.MICROS);
        var left = part;
        for (var stretch : stretches) {
            if (left.compareTo(stretch.work()) <= 0 && stretch.counted())
                return stretch.terms().time().add(stretch.from(), left);
            left = left.minus(stretch.work());
        }
        return waits ? null : terms.time().add(at, part.minus(spent));
    }
}
