package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.journal.Journal;
import dev.qiao.sla.ladder.ClockClimbed;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agreement of its own with four hours to a solution, around the clock. */
@QiaoTest
class LadderTest {
    private static final String KIND = "ladder_test";
    private static final Instant NOON = Instant.parse("2027-04-05T04:00:00Z");
    private static final AtomicLong NEXT = new AtomicLong(1);

    @Autowired
    Agreements agreements;

    @Autowired
    Ladders ladders;

    @Autowired
    Clocks clocks;

    @Autowired
    Climbing climbing;

    @Autowired
    Journal journal;

    @Autowired
    Cast cast;

    @Autowired
    Db db;

    String code;
    Agreements.Order order;

    @BeforeEach
    void anAgreement() {
        db.sql("update sla.clock set rung_at = null").update();
        code = "l" + UUID.randomUUID().toString().substring(0, 8);
        var budgets =
                Map.of("urgent", Duration.ofHours(4), "important", Duration.ofHours(4), "normal", Duration.ofHours(4));
        var offer = new Offer("24x7", Map.of(Metric.RESPONSE, budgets, Metric.RESOLUTION, budgets), Map.of());
        agreements.create(code, code, offer, Me.QIAO, NOON);
        order = agreements.order();
        var selections = new ArrayList<>(order.selections());
        selections.addFirst(new Selection(code, null, null, null, KIND, null));
        select(selections);
    }

    /** No form offers this kind of subject: who saves the order by page after this test would save it for all kinds. */
    @AfterEach
    void theOrderAsItWas() {
        select(order.selections());
    }

    private void select(List<Selection> selections) {
        agreements.select(selections, order.standard(), agreements.revision(), Me.QIAO, NOON);
    }

    @Test
    void anAgreementBeginsWithTheShippedLadder() {
        assertThat(ladders.of(code)).isEqualTo(Rung.SHIPPED);
        long subject = started();
        climb(at(119));
        assertThat(told(subject)).isEmpty();
        climb(at(120));
        climb(at(180));
        climb(at(241));
        climb(at(256));
        climb(at(900));
        assertThat(told(subject)).containsExactly("p50", "p75", "p100", "a15");
    }

    @Test
    void minutesBeforeDueAreToldBeforeDue() {
        change(rung("b30"), rung("p100"), rung("a60"));
        long subject = started();
        climb(at(209));
        assertThat(told(subject)).isEmpty();
        climb(at(210));
        assertThat(told(subject)).containsExactly("b30");
        climb(at(301));
        assertThat(told(subject)).containsExactly("b30", "p100", "a60");
    }

    @Test
    void ofLevelsPassedTogetherOnlyTheLastIsTold() {
        long subject = started();
        climb(at(200));
        assertThat(told(subject)).containsExactly("p75");
    }

    @Test
    void whatIsFulfilledClimbsNoFurther() {
        long subject = started();
        climb(at(121));
        clocks.stop(KIND, subject, Metric.RESOLUTION, at(130));
        climb(at(900));
        assertThat(told(subject)).containsExactly("p50");
    }

    @Test
    void aLadderThatChangesHoldsAtOnceAndTellsNothingOfThePast() {
        long subject = started();
        climb(at(121));
        ladders.change(code, List.of(rung("p25"), rung("p60"), rung("b10")), agreements.revision(), Me.QIAO, at(122));
        climb(at(130));
        assertThat(told(subject)).containsExactly("p50");
        climb(at(144));
        climb(at(230));
        climb(at(900));
        assertThat(told(subject)).containsExactly("p50", "p60", "b10");
    }

    @Test
    void whoeverDiesAfterAChangeLeavesNoClockOnTheOldLadder() {
        long subject = started();
        ladders.change(code, List.of(rung("p25"), rung("p60")), agreements.revision(), Me.QIAO, at(70));
        assertThat(changed()).as("kept with the change itself").isTrue();
        climb(at(71));
        assertThat(changed()).isFalse();
        assertThat(told(subject)).as("what is past").isEmpty();
        climb(at(144));
        assertThat(told(subject)).containsExactly("p60");
    }

    private boolean changed() {
        return db.sql("select ladder_changed_at is not null as changed from sla.agreement where code = :code")
                .bind("code", code)
                .one(row -> row.yes("changed"));
    }

    @Test
    void twoWorkersTellEachLevelOnce() throws Exception {
        var random = new Random(11);
        var subjects = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) subjects.add(started(NOON.plus(Duration.ofMinutes(random.nextInt(60)))));
        try (var hands = Executors.newFixedThreadPool(2)) {
            for (int minute = 100; minute <= 420; minute += 20) {
                var now = at(minute);
                Callable<Integer> work = () -> {
                    climb(now);
                    return 0;
                };
                for (var done : hands.invokeAll(List.of(work, work))) done.get();
            }
        }
        for (long subject : subjects) assertThat(told(subject)).containsExactly("p50", "p75", "p100", "a15");
    }

    @Test
    void aLevelThatMakesNoSenseIsRefused() {
        for (var wrong : List.of(
                new Rung(Metric.RESOLUTION, Mark.of("p101"), Whom.LEAD, null),
                new Rung(Metric.RESOLUTION, Mark.of("b0"), Whom.LEAD, null),
                new Rung(Metric.RESOLUTION, Mark.of("p50"), Whom.PERSON, null))) {
            assertThatThrownBy(() -> change(wrong)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> ladders.change(code, List.of(), agreements.revision(), cast.hire("engineer"), NOON))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ladders.change(code, List.of(), 1, Me.QIAO, NOON))
                .as("somebody was faster")
                .isInstanceOf(Refused.class);
    }

    private void change(Rung... rungs) {
        ladders.change(code, List.of(rungs), agreements.revision(), Me.QIAO, NOON);
    }

    private static Rung rung(String mark) {
        return new Rung(Metric.RESOLUTION, Mark.of(mark), Whom.LEAD, null);
    }

    private long started() {
        return started(NOON);
    }

    /** Answered at once, so that only the solution is owed. */
    private long started(Instant at) {
        long subject = NEXT.getAndIncrement();
        var attributes = new Attributes(null, null, false, KIND, "normal");
        clocks.start(List.of(new Start(KIND, subject, attributes, at, Origin.LIVE)));
        clocks.stop(KIND, subject, Metric.RESPONSE, at);
        return subject;
    }

    private void climb(Instant now) {
        while (climbing.work(now) > 0) {}
    }

    private List<String> told(long subject) {
        return journal.of(KIND, subject, 0, 100).stream()
                .filter(e -> e.is(ClockClimbed.class))
                .map(e -> e.as(ClockClimbed.class).mark())
                .toList();
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
