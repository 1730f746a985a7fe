package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import dev.qiao.calendar.WorkCalendar;
import dev.qiao.sla.Fact.Changed;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Restarted;
import dev.qiao.sla.Fact.Resumed;
import dev.qiao.sla.Fact.Started;
import dev.qiao.sla.Fact.Stopped;
import dev.qiao.sla.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Terms TERMS = terms(WorkCalendar.of(Rules.always(ZoneId.of("Asia/Shanghai"))));

    private final List<Fact> history = new ArrayList<>(List.of(new Started(at("09:00"), TERMS, "important")));

    @Test
    void aSolutionIsDueAfterItsBudget() {
        assertThat(solution().dueAt()).isEqualTo(at("17:00"));
        assertThat(solution().state(at("17:00"))).isEqualTo(State.RUNNING);
        assertThat(solution().state(at("17:00").plusNanos(1_000))).isEqualTo(State.BREACHED);
    }

    @Test
    void waitingForTheRequesterIsNotCounted() {
        history.add(new Held(at("10:00"), "requester"));
        assertThat(solution().state(at("20:00"))).isEqualTo(State.PAUSED);
        assertThat(solution().dueAt()).isNull();
        history.add(new Resumed(at("12:30")));
        assertThat(solution().dueAt()).isEqualTo(at("19:30"));
        assertThat(response().dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void aHoldThatTheAgreementDoesNotKnowStopsNothing() {
        history.add(new Held(at("10:00"), "other"));
        assertThat(solution().state(at("11:00"))).isEqualTo(State.RUNNING);
    }

    @Test
    void raisingThePriorityRestartsNothing() {
        history.add(new Changed(at("12:00"), TERMS, "urgent"));
        assertThat(solution().dueAt()).isEqualTo(at("13:00"));
        assertThat(solution().spent(at("12:30"))).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void raisingItLateBreaksThePromiseAtOnce() {
        history.add(new Changed(at("15:00"), TERMS, "urgent"));
        assertThat(solution().state(at("15:00"))).isEqualTo(State.BREACHED);
        assertThat(solution().passed(at("15:00"))).contains(Step.DUE);
    }

    @Test
    void aStoppedClockIsNeverJudgedAgain() {
        history.add(new Stopped(at("15:00"), Metric.RESOLUTION));
        var met = solution();
        history.add(new Changed(at("15:30"), TERMS, "urgent"));
        history.add(new Held(at("15:40"), "requester"));
        assertThat(solution()).isEqualTo(met);
        assertThat(met.state(at("23:00"))).isEqualTo(State.MET);
    }

    @Test
    void reopeningGoesOnWithoutTheTimeItWasResolved() {
        history.add(new Stopped(at("15:00"), Metric.RESOLUTION));
        history.add(new Changed(at("15:30"), TERMS, "normal"));
        history.add(new Restarted(at("20:00"), Metric.RESOLUTION));
        assertThat(solution().priority()).isEqualTo("normal");
        assertThat(solution().spent(at("21:00"))).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void momentsPassedTogetherTellOnlyTheHighestAndEachOnce() {
        assertThat(solution().passed(at("12:59"))).isEmpty();
        assertThat(solution().passed(at("13:00"))).contains(Step.HALF);
        assertThat(solution().passed(at("15:00"))).contains(Step.THREE_QUARTERS);
        assertThat(solution().nextAt(0)).isEqualTo(at("13:00"));
        assertThat(solution().nextAt(75)).isEqualTo(at("17:00").plusNanos(1_000));
        assertThat(solution().nextAt(100)).isNull();
    }

    @Test
    void aFactFromASetBackClockHappensAfterItsForerunner() {
        history.add(new Held(at("12:00"), "requester"));
        history.add(new Resumed(at("11:00")));
        assertThat(solution().dueAt()).isEqualTo(at("17:00"));
        assertThat(solution().asOf()).isEqualTo(at("12:00"));
    }

    @Test
    void thePromiseOfAWorkingDayIsDueAtItsEndAndBrokenThatEvening() {
        var office = terms(WorkCalendar.of(
                Rules.weekly(ZoneId.of("Asia/Shanghai"), Collections.nCopies(7, Hours.day("week", "09:00-17:00")))));
        history.set(0, new Started(at("09:00"), office, "important"));
        assertThat(solution().dueAt()).isEqualTo(at("17:00"));
        assertThat(solution().state(at("18:00"))).isEqualTo(State.BREACHED);
    }

    @Test
    void theSpansSayWhy() {
        history.add(new Held(at("10:00"), "requester"));
        history.add(new Resumed(at("12:30")));
        history.add(new Stopped(at("13:00"), Metric.RESOLUTION));
        history.add(new Restarted(at("14:00"), Metric.RESOLUTION));
        assertThat(Replay.spans(Metric.RESOLUTION, history, at("15:00")))
                .extracting(Span::reasonKey, span -> span.work().toMinutes())
                .containsExactly(
                        tuple("sla.span_counted", 60L),
                        tuple("sla.span_hold_requester", 0L),
                        tuple("sla.span_counted", 30L),
                        tuple("sla.span_stopped", 0L),
                        tuple("sla.span_counted", 60L));
        assertThat(why(Languages.shipped().of(Locale.SIMPLIFIED_CHINESE), at("15:00")))
                .containsExactly("开单", "", "恢复", "", "重开");
    }

    @Test
    void theSpansSayWhyTheyBegan() {
        var vip = new Terms(
                2,
                "vip",
                "重要客户",
                1,
                "office",
                TERMS.time(),
                TERMS.budgets(),
                Map.of(Metric.RESOLUTION, Set.of("requester")),
                Rung.SHIPPED);
        var anew = new Terms(3, "vip", "重要客户", 2, "office", TERMS.time(), TERMS.budgets(), vip.pauses(), Rung.SHIPPED);
        history.add(new Changed(at("10:00"), TERMS, "urgent"));
        history.add(new Changed(at("10:30"), vip, "normal"));
        history.add(new Changed(at("11:00"), anew, "normal"));
        history.add(new Held(at("11:30"), "requester"));
        history.add(new Held(at("12:00"), "supplier"));
        history.add(new Resumed(at("12:30")));
        history.add(new Stopped(at("13:00"), Metric.RESOLUTION));
        history.add(new Changed(at("13:30"), anew, "urgent"));
        history.add(new Restarted(at("14:00"), Metric.RESOLUTION));
        assertThat(why(Languages.shipped().of(Locale.SIMPLIFIED_CHINESE), at("15:00")))
                .containsExactly(
                        "开单",
                        "优先级从重要改为紧急",
                        "协议从“standard”改为“重要客户”，日历从24x7改为office，优先级从紧急改为普通",
                        "协议“重要客户”改过，按第2版",
                        "",
                        "等供应商挂起，协议不暂停",
                        "",
                        "重开，优先级从普通改为紧急");
        assertThat(why(Languages.shipped().of(Locale.ENGLISH), at("15:00")))
                .contains(
                        "Priority changed from Important to Urgent",
                        "Reopened, Priority changed from Normal to Urgent");
    }

    @Test
    void whatTheCalendarLeavesOutBeginsAgainWithWorkingTime() {
        var office = terms(WorkCalendar.of(
                Rules.weekly(ZoneId.of("Asia/Shanghai"), Collections.nCopies(7, Hours.day("week", "09:00-17:00")))));
        history.set(0, new Started(at("08:00"), office, "important"));
        assertThat(why(Languages.shipped().of(Locale.SIMPLIFIED_CHINESE), at("10:00")))
                .containsExactly("开单", "到上班时间");
    }

    private List<String> why(Lang lang, Instant now) {
        return Replay.spans(Metric.RESOLUTION, history, now).stream()
                .map(span -> span.shown(lang).began())
                .toList();
    }

    private Clock solution() {
        return Replay.clock(Metric.RESOLUTION, history);
    }

    private Clock response() {
        return Replay.clock(Metric.RESPONSE, history);
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-03-02T" + clock + ":00+08:00");
    }

    private static Terms terms(WorkCalendar calendar) {
        var budgets =
                Map.of("urgent", Duration.ofHours(4), "important", Duration.ofHours(8), "normal", Duration.ofHours(24));
        var answers = Map.of(
                "urgent", Duration.ofMinutes(30), "important", Duration.ofHours(2), "normal", Duration.ofHours(4));
        return new Terms(
                1,
                "standard",
                "standard",
                1,
                "24x7",
                calendar,
                Map.of(Metric.RESPONSE, answers, Metric.RESOLUTION, budgets),
                Map.of(Metric.RESOLUTION, Set.of("requester", "supplier")),
                Rung.SHIPPED);
    }
}
