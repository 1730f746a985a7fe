package dev.qiao.sla;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Calendars;
import dev.qiao.sla.check.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What other terms would have meant for what has been: a replay of past facts that writes nothing. */
@Component
public class Simulation {
    private static final int MOST = 5_000;
    private static final int BATCH = 500;
    private static final int LISTED = 50;

    /**
     * How often one promise was broken, and which subjects stand behind it, the newest of them.
     *
     * @param newly were in time and would have been late
     * @param saved were late and would have been in time
     */
    public record Late(int before, int after, List<Long> were, List<Long> would, List<Long> newly, List<Long> saved) {}

    /**
     * What came of it.
     *
     * @param looked subjects that were promised this agreement
     * @param seen the newest of them
     * @param more there were more than are looked at
     */
    public record Result(int looked, List<Long> seen, boolean more, Map<Metric, Late> late) {}

    private static final class Tally {
        int before;
        int after;
        final List<Long> were = new ArrayList<>();
        final List<Long> would = new ArrayList<>();
        final List<Long> newly = new ArrayList<>();
        final List<Long> saved = new ArrayList<>();

        void count(long subject, boolean was, boolean would) {
            if (was) before++;
            if (would) after++;
            list(were, was, subject);
            list(this.would, would, subject);
            list(newly, would && !was, subject);
            list(saved, was && !would, subject);
        }

        private static void list(List<Long> subjects, boolean one, long subject) {
            if (one && subjects.size() < LISTED) subjects.add(subject);
        }
    }

    private final Subjects subjects;
    private final Agreements agreements;
    private final Calendars calendars;
    private final FactSql facts;

    Simulation(Subjects subjects, Agreements agreements, Calendars calendars, FactSql facts) {
        this.subjects = subjects;
        this.agreements = agreements;
        this.calendars = calendars;
        this.facts = facts;
    }

    /** Of what began in between and I may see. Errors: no such agreement, an offer that does not hold together. */
    public Result run(String agreement, Offer offer, Instant from, Instant to, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        offer.check();
        var other = terms(agreement, offer);
        var begun = subjects.begun(from, to, MOST + 1, me);
        var tallies = new EnumMap<Metric, Tally>(Metric.class);
        for (var metric : Metric.values()) tallies.put(metric, new Tally());
        int looked = 0;
        var seen = new ArrayList<Long>();
        var some = begun.subList(0, Math.min(MOST, begun.size()));
        for (int i = 0; i < some.size(); i += BATCH) {
            var batch = some.subList(i, Math.min(i + BATCH, some.size())).stream()
                    .map(number -> new Subject(subjects.kind(), number))
                    .toList();
            for (var history : facts.of(batch, agreements::version).entrySet()) {
                if (!compare(history.getKey(), history.getValue(), other, tallies, now)) continue;
                looked++;
                Tally.list(seen, true, history.getKey().number());
            }
        }
        var late = new EnumMap<Metric, Late>(Metric.class);
        tallies.forEach(
                (metric, t) -> late.put(metric, new Late(t.before, t.after, t.were, t.would, t.newly, t.saved)));
        return new Result(looked, seen, begun.size() > MOST, late);
    }

    private static boolean compare(
            Subject subject, List<Fact> was, Terms other, Map<Metric, Tally> tallies, Instant now) {
        var would = under(was, terms -> terms.agreement().equals(other.agreement()) ? other : terms);
        if (would.equals(was)) return false;
        tallies.forEach(
                (metric, tally) -> tally.count(subject.number(), late(metric, was, now), late(metric, would, now)));
        return true;
    }

    private static List<Fact> under(List<Fact> history, UnaryOperator<Terms> terms) {
        return history.stream()
                .map(fact -> switch (fact) {
                    case Fact.Started f -> new Fact.Started(f.at(), terms.apply(f.terms()), f.priority());
                    case Fact.Changed f -> new Fact.Changed(f.at(), terms.apply(f.terms()), f.priority());
                    case Fact.Held _, Fact.Resumed _, Fact.Stopped _, Fact.Restarted _ -> fact;
                })
                .toList();
    }

    private static boolean late(Metric metric, List<Fact> history, Instant now) {
        return Replay.clock(metric, history).state(now) == State.BREACHED;
    }

    /** Of no version: nothing is stored under it. */
    private Terms terms(String code, Offer offer) {
        var agreement = agreements.find(code).orElseThrow(() -> Refused.notFound("sla.unknown_agreement", code));
        var calendar = calendars
                .find(offer.calendar())
                .orElseThrow(() -> Refused.invalid("calendar", "calendar.unknown", offer.calendar()));
        return new Terms(
                0,
                code,
                agreement.name(),
                0,
                offer.calendar(),
                calendar.time(),
                offer.budgets(),
                offer.pauses(),
                agreement.terms().ladder());
    }
}
