package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is stored is what a replay gives, also after an agreement or a calendar changed. */
class RepairTest extends Promising {
    @Autowired
    Agreements agreements;

    @Autowired
    Past past;

    @Autowired
    Repair repair;

    @Autowired
    Calendars calendars;

    @Autowired
    Recomputing recomputing;

    @Autowired
    ClockIsReplay isReplay;

    @Autowired
    ClockWillTell willTell;

    @Autowired
    Db db;

    @Test
    void storedIsReplayedOverRandomHistoriesLiveOrImported() {
        var services = randomAgreements();
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var changes = changes(random, services);
            var attributes = attributes(random, services);
            long live = NUMBERS.incrementAndGet();
            clocks.start(List.of(new Start(KIND, live, attributes, NINE, Origin.LIVE)));
            for (var change : changes) clocks.change(KIND, live, change);
            long imported = NUMBERS.incrementAndGet();
            var start = new Start(KIND, imported, attributes, NINE, Origin.IMPORT);
            assertThat(past.write(List.of(new History(start, changes))).get(imported))
                    .isEqualTo(clocks.nearestDue(KIND, Set.of(live)).get(live));
            var both = clocks.of(KIND, Set.of(live, imported));
            assertThat(both.get(imported)).isEqualTo(both.get(live));
        }
        assertThat(isReplay.problems()).isEmpty();
        assertThat(willTell.problems()).isEmpty();
    }

    @Test
    void aClockKeepsWhatItWasPromisedUntilTheRepair() {
        agreements.create("short", "短", offer("24x7", Duration.ofHours(8)), Me.QIAO, NINE);
        apply("short", "repair-me");
        var attributes = new Attributes("repair-me", null, false, "incident", "normal");
        long subject = NUMBERS.incrementAndGet();
        clocks.start(List.of(new Start(KIND, subject, attributes, NINE, Origin.LIVE)));
        agreements.update("short", "短", offer("24x7", Duration.ofHours(4)), 1, Me.QIAO, hours(1));
        assertThat(clocks.terms(KIND, subject, attributes, hours(1))).contains(hours(8));
        var preview = repair.preview(true, Me.QIAO, hours(2));
        assertThat(preview.differences())
                .filteredOn(d -> d.subject() == subject)
                .hasSize(2);
        assertThat(clocks.nearestDue(KIND, Set.of(subject))).containsEntry(subject, hours(8));
        repair.apply(true, Me.QIAO, hours(2));
        assertThat(clocks.nearestDue(KIND, Set.of(subject))).containsEntry(subject, hours(4));
        assertThat(repair.preview(true, Me.QIAO, hours(2)).differences()).noneMatch(d -> d.subject() == subject);
        assertThat(told(subject)).containsExactly("clock.moved", "clock.moved");
        assertThat(isReplay.problems()).isEmpty();
    }

    @Test
    void aChangedCalendarMovesOpenClocksAndNoStoppedOne() {
        var made = calendars.create("moving", "x", weekly("09:00-18:00"), Me.QIAO, NINE);
        agreements.create("moving", "x", offer("moving", Duration.ofHours(12)), Me.QIAO, NINE);
        apply("moving", "moving");
        var attributes = new Attributes("moving", null, false, "incident", "normal");
        long open = NUMBERS.incrementAndGet();
        long stopped = NUMBERS.incrementAndGet();
        clocks.start(List.of(
                new Start(KIND, open, attributes, NINE, Origin.LIVE),
                new Start(KIND, stopped, attributes, NINE, Origin.LIVE)));
        clocks.change(
                KIND,
                stopped,
                new Change.Stop(hours(1), Metric.RESPONSE),
                new Change.Stop(hours(1), Metric.RESOLUTION));
        var before = clocks.of(KIND, Set.of(stopped));
        calendars.update("moving", "x", weekly("09:00-12:00"), made.revision(), Me.QIAO, hours(2));
        while (recomputing.work(hours(2)) > 0) {}
        assertThat(clocks.nearestDue(KIND, Set.of(open))).containsEntry(open, hours(3 * 24 + 3));
        assertThat(clocks.of(KIND, Set.of(stopped)).get(stopped))
                .extracting(Clock::dueAt)
                .isEqualTo(before.get(stopped).stream().map(Clock::dueAt).toList());
        assertThat(told(open)).containsExactly("clock.moved", "clock.moved");
        assertThat(isReplay.problems()).isEmpty();
    }

    @Test
    void whatIsWrongIsFoundAndMended() {
        long subject = start("normal", NINE);
        db.sql("update sla.clock set spent_micros = 7, due_at = :at where kind = :kind and subject = :subject")
                .bind("at", hours(99))
                .bind("kind", KIND)
                .bind("subject", subject)
                .update();
        assertThat(isReplay.problems()).hasSize(2).allMatch(p -> p.contains(KIND + " " + subject));
        repair.apply(true, Me.QIAO, hours(1));
        assertThat(isReplay.problems()).isEmpty();
    }

    private List<String> randomAgreements() {
        var services = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var terms = new Histories(100 + i).terms(i);
            var code = "random-" + i;
            calendars.create(code, code, terms.time().rules(), Me.QIAO, NINE);
            agreements.create(code, code, new Offer(code, terms.budgets(), terms.pauses()), Me.QIAO, NINE);
            apply(code, code);
            services.add(code);
        }
        return services;
    }

    private void apply(String agreement, String service) {
        var all = new ArrayList<>(agreements.selections());
        all.add(new Selection(agreement, service, null, null, null, null));
        agreements.select(all, "standard", agreements.revision(), Me.QIAO, NINE);
    }

    private static List<Change> changes(SplittableRandom random, List<String> services) {
        var changes = new ArrayList<Change>();
        var at = NINE;
        for (int i = random.nextInt(10); i > 0; i--) {
            at = at.plusSeconds(random.nextInt(-600, 40_000));
            var metric = Metric.values()[random.nextInt(2)];
            changes.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Change.Pause(at, Terms.REASONS.get(random.nextInt(4)));
                        case 1 -> new Change.Resume(at);
                        case 2 -> new Change.Stop(at, metric);
                        case 3 -> new Change.Restart(at, metric);
                        default -> new Change.Reassess(at, attributes(random, services));
                    });
        }
        return changes;
    }

    private static Offer offer(String calendar, Duration budget) {
        var all = Map.of("urgent", budget, "important", budget, "normal", budget);
        return new Offer(calendar, Map.of(Metric.RESPONSE, all, Metric.RESOLUTION, all), Map.of());
    }

    private static Rules weekly(String hours) {
        return Rules.weekly(ZoneId.of("Asia/Shanghai"), Collections.nCopies(7, Hours.day("week", hours)));
    }
}
