package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class PromiseTest {
    @Autowired
    Languages languages;

    @Autowired
    Agreements agreements;

    @Test
    void aWaitingPromiseShowsItsRopeAndItsReason() {
        var opened = Instant.parse("2026-03-02T01:00:00Z");
        var now = opened.plus(Duration.ofHours(4));
        var promise = promise("standard", now, new Started(opened, terms("standard"), "normal"), held(opened, 3));
        assertThat(promise.clock().state()).isEqualTo(ClockView.State.PAUSED);
        assertThat(promise.deck().counted()).isEqualTo(Duration.ofHours(3));
        assertThat(promise.deck().spans()).extracting(s -> s.words()).containsExactly("计时", "挂起，等用户");
        assertThat(promise.source()).isEqualTo("按“标准”协议");
    }

    @Test
    void nightsAndHolidaysAreToldApart() {
        var opened = Instant.parse("2026-09-29T08:00:00Z");
        var promise = promise("office", Instant.parse("2026-10-08T02:00:00Z"), started(opened, "office"));
        assertThat(promise.deck().spans())
                .extracting(s -> s.words())
                .containsExactly("计时", "工作时间外", "计时", "工作时间外", "计时", "节假日", "计时");
    }

    @Test
    void aLongLifeIsToldInOneSentence() {
        var opened = Instant.parse("2026-06-01T01:00:00Z");
        var promise = promise("office", opened.plus(Duration.ofDays(30)), started(opened, "office"));
        assertThat(promise.deck().spans()).extracting(s -> s.words()).containsExactly("计时，只算工作时间");
        assertThat(promise.clock().state()).isEqualTo(ClockView.State.BROKEN);
    }

    @Test
    void aPromiseIntoAnUnpublishedYearSaysSo() {
        var opened = Instant.parse("2026-12-31T03:00:00Z");
        assertThat(promise("office", opened, started(opened, "office")).source())
                .contains("2027年的放假安排还没公布");
    }

    private Promise promise(String agreement, Instant now, Fact... history) {
        assertThat(agreements.find(agreement)).isPresent();
        var facts = List.of(history);
        var clock = Replay.clock(Metric.RESOLUTION, facts);
        return Promise.of(clock, Replay.spans(Metric.RESOLUTION, facts, now), null, chinese(), now);
    }

    private Fact started(Instant at, String agreement) {
        return new Started(at, terms(agreement), "normal");
    }

    private static Fact held(Instant opened, int hours) {
        return new Held(opened.plus(Duration.ofHours(hours)), "requester");
    }

    private Terms terms(String agreement) {
        return agreements.find(agreement).orElseThrow().terms();
    }

    private Lang chinese() {
        return languages.of(Locale.SIMPLIFIED_CHINESE);
    }
}
