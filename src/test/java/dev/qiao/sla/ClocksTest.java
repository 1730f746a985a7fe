package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class ClocksTest {
    private static final String KIND = "promise";
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final AtomicLong NUMBERS = new AtomicLong(1);

    @Autowired
    Clocks clocks;

    @Autowired
    Agreements agreements;

    @Autowired
    Past past;

    @Autowired
    Repair repair;

    @Autowired
    Calendars calendars;

    @Autowired
    DueClocks due;

    @Autowired
    Recomputing recomputing;

    @Autowired
    ClockIsReplay isReplay;

    @Autowired
    ClockWillTell willTell;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @BeforeEach
    void nothingIsLeftToTell() {
        while (due.work(Instant.parse("2100-01-01T00:00:00Z")) > 0) {}
    }

    @Test
    void theShippedAgreementsPromiseWhatTheDeskPromises() {
        var standard = agreements.find("standard").orElseThrow();
        assertThat(standard.standard()).isTrue();
        assertThat(standard.terms().calendar()).isEqualTo("24x7");
        assertThat(standard.terms().budget(Metric.RESPONSE, "urgent")).isEqualTo(Duration.ofMinutes(30));
        assertThat(standard.terms().budget(Metric.RESOLUTION, "normal")).isEqualTo(Duration.ofHours(24));
        assertThat(standard.terms().pauses(Metric.RESPONSE, "requester")).isFalse();
        assertThat(standard.terms().pauses(Metric.RESOLUTION, "supplier")).isTrue();
        assertThat(agreements.find("office").orElseThrow().terms().calendar()).isEqualTo("cn-work");
    }

    @Test
    void aSubjectIsPromisedAResponseAndASolution() {
        long subject = start("important", NINE);
        assertThat(clocks.nearestDue(KIND, Set.of(subject))).containsEntry(subject, hours(2));
        assertThat(clocks.stop(KIND, subject, Metric.RESPONSE, hours(1))).contains(hours(8));
        assertThat(clocks.pause(KIND, subject, "supplier", hours(2))).isEmpty();
        assertThat(clocks.resume(KIND, subject, hours(5))).contains(hours(11));
        assertThat(clocks.stop(KIND, subject, Metric.RESOLUTION, hours(6))).isEmpty();
        assertThat(clocks.restart(KIND, subject, Metric.RESOLUTION, hours(10))).contains(hours(15));
        assertThat(clocks.of(KIND, Set.of(subject)).get(subject))
                .extracting(Clock::metric, clock -> clock.state(hours(10)), clock -> clock.spentSeconds(hours(11)))
                .containsExactly(
                        tuple(Metric.RESPONSE, State.MET, 3600L), tuple(Metric.RESOLUTION, State.RUNNING, 4 * 3600L));
        assertThat(clocks.explain(KIND, subject, Metric.RESOLUTION, hours(11))).hasSize(5);
    }

    @Test
    void stepsAreToldOnceAndOfThosePassedTogetherOnlyTheHighest() {
        long subject = start("urgent", NINE);
        clocks.stop(KIND, subject, Metric.RESPONSE, NINE.plusSeconds(60));
        assertThat(due.work(hours(2).minusNanos(1_000))).isZero();
        assertThat(due.work(hours(2))).isOne();
        assertThat(due.work(NINE)).as("a clock set back").isZero();
        assertThat(due.work(hours(2))).isZero();
        assertThat(due.work(hours(9))).isOne();
        assertThat(due.work(hours(99))).isZero();
        assertThat(told(subject)).containsExactly("clock.warned 50", "clock.breached");
        assertThat(journal.of(KIND, subject, 0, 10).getLast().at()).isEqualTo(hours(4));
    }

    @Test
    void aBreachThatTheWorkerMissedIsToldAfterTheStop() {
        long subject = start("urgent", NINE);
        clocks.stop(KIND, subject, Metric.RESPONSE, NINE.plusSeconds(3600));
        clocks.stop(KIND, subject, Metric.RESOLUTION, hours(3));
        while (due.work(hours(3)) > 0) {}
        assertThat(told(subject)).containsExactly("clock.breached");
    }

    @Test
    void whatWasRolledBackIsToldLaterAndOnlyOnce() {
        long subject = start("urgent", NINE);
        assertThatThrownBy(() -> db.transact(() -> {
                    due.work(hours(9));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(told(subject)).isEmpty();
        due.work(hours(9));
        assertThat(told(subject)).containsExactlyInAnyOrder("clock.breached", "clock.breached");
    }

    @Test
    void twoWorkersTellEachStepOnce() throws InterruptedException {
        var subjects = start(600, "urgent", NINE);
        var total = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int done = 1; done > 0; total.addAndGet(done)) done = due.work(hours(9));
            }));
        }
        for (var thread : threads) thread.join();
        while (due.work(hours(9)) > 0) total.incrementAndGet();
        assertThat(total).hasValue(1200);
        assertThat(told(subjects.getFirst())).hasSize(2);
    }

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
    void anImportedPastTellsNothingUntilItGoesLive() {
        long closed = NUMBERS.incrementAndGet();
        long open = NUMBERS.incrementAndGet();
        var old = NINE.minus(Duration.ofDays(2));
        past.write(List.of(
                new History(
                        new Start(KIND, closed, attributes("urgent"), old, Origin.IMPORT),
                        List.of(
                                new Change.Stop(old.plusSeconds(60), Metric.RESPONSE),
                                new Change.Stop(old.plusSeconds(86_400), Metric.RESOLUTION))),
                new History(
                        new Start(KIND, open, attributes("normal"), NINE.minusSeconds(3600), Origin.IMPORT),
                        List.of())));
        assertThat(due.work(hours(99))).isZero();
        assertThat(told(closed)).containsExactly("clock.breached");
        assertThat(journal.of(KIND, closed, 0, 10)).allMatch(entry -> entry.origin() == Origin.IMPORT);
        assertThat(past.goLive(hours(2))).isGreaterThanOrEqualTo(2);
        assertThat(told(open)).isEmpty();
        while (due.work(hours(3).plusSeconds(1)) > 0) {}
        assertThat(told(open)).containsExactly("clock.breached");
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

    @Test
    void aSubjectWithoutPromisesHasNothingToExplain() {
        assertThat(clocks.stop(KIND, 0, Metric.RESPONSE, NINE)).isEmpty();
        assertThatThrownBy(() -> clocks.explain(KIND, 0, Metric.RESPONSE, NINE)).isInstanceOf(Refused.class);
    }

    private long start(String priority, Instant at) {
        return start(1, priority, at).getFirst();
    }

    private List<Long> start(int count, String priority, Instant at) {
        var subjects = LongStream.range(0, count)
                .mapToObj(_ -> NUMBERS.incrementAndGet())
                .toList();
        clocks.start(subjects.stream()
                .map(s -> new Start(KIND, s, attributes(priority), at, Origin.LIVE))
                .toList());
        return subjects;
    }

    private List<String> told(long subject) {
        return journal.of(KIND, subject, 0, 20).stream()
                .map(e -> e.is(ClockWarned.class) ? e.act() + " " + percent(e) : e.act())
                .toList();
    }

    private static int percent(Recorded entry) {
        return entry.as(ClockWarned.class).percent();
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

    private static Attributes attributes(SplittableRandom random, List<String> services) {
        return new Attributes(
                services.get(random.nextInt(services.size())),
                null,
                random.nextBoolean(),
                "incident",
                Terms.PRIORITIES.get(random.nextInt(3)));
    }

    private static Attributes attributes(String priority) {
        return new Attributes(null, null, false, "incident", priority);
    }

    private static Offer offer(String calendar, Duration budget) {
        var all = Map.of("urgent", budget, "important", budget, "normal", budget);
        return new Offer(calendar, Map.of(Metric.RESPONSE, all, Metric.RESOLUTION, all), Map.of());
    }

    private static Rules weekly(String hours) {
        return Rules.weekly(ZoneId.of("Asia/Shanghai"), Collections.nCopies(7, Hours.day("week", hours)));
    }

    private static Instant hours(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }
}
