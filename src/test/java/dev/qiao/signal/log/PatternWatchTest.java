package dev.qiao.signal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Line;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two recorded days of a log, and what is said of the next minutes of it, with a fault in them and without. */
@QiaoTest
class PatternWatchTest {
    private static final int USUAL = 20;

    @Autowired
    Machine machine;

    @Autowired
    Sources sources;

    @Autowired
    Alerts alerts;

    @Autowired
    LogBook book;

    @Autowired
    Db db;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void aQuietLogWarnsOfNothing() {
        var source = recorded(Duration.ofDays(2), USUAL);
        for (int n = 0; n < 3; n++) goOn(source, lines("request 17 served", USUAL + n));
        assertThat(of(source)).isEmpty();
    }

    @Test
    void aPatternThatNeverWasWarnsOnceAndIsOverWhenItStaysAway() {
        var source = recorded(Duration.ofDays(2), USUAL);
        goOn(source, lines("panic: out of sockets", 1));
        var alert = only(source);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.title()).contains("out of sockets");
        assertThat(alert.incident()).as("a warning is a task").isNotNull();
        goOn(source, lines("panic: out of sockets", 1));
        assertThat(only(source).open()).isTrue();
        workers.crank(clock.advance(Duration.ofMinutes(70)));
        assertThat(only(source).open()).isFalse();
    }

    @Test
    void whatIsNewWhileALogIsLearnedWarnsOfNothing() {
        var source = recorded(Duration.ofHours(20), USUAL);
        goOn(source, lines("panic: out of sockets", 1));
        assertThat(of(source)).isEmpty();
        var thin = recorded(Duration.ofDays(2), 2);
        goOn(thin, lines("panic: out of sockets", 1));
        assertThat(of(thin)).isEmpty();
    }

    @Test
    void aPatternThatExplodesWarnsUntilItIsAsBefore() {
        var source = recorded(Duration.ofDays(2), USUAL);
        goOn(source, lines("request 17 served", 50 * USUAL));
        var alert = only(source);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.title()).contains("served", String.valueOf(50 * USUAL));
        for (int n = 0; n < 5; n++) goOn(source, lines("request 17 served", USUAL));
        assertThat(only(source).open()).isFalse();
    }

    @Test
    void aSourceThatIsNotToWarnDoesNot() {
        var source = recorded(Duration.ofDays(2), USUAL);
        var is = sources.find(source, Me.QIAO);
        var setup = new Setup(0, 0, null, false);
        sources.update(
                source,
                is.version(),
                new SourceDraft(is.name(), is.kind(), null, setup, true),
                Me.QIAO,
                clock.instant());
        goOn(source, lines("request 17 served", 50 * USUAL));
        assertThat(of(source)).isEmpty();
    }

    /** A source that said one thing so often in each five minutes, and another hourly. */
    private long recorded(Duration length, int each) {
        long source = machine.connect(Sender.LOGS).source().id();
        var end = Slots.of(clock.instant());
        for (var hour = end.minus(length); hour.isBefore(end); hour = hour.plus(Duration.ofHours(1))) {
            var written = new ArrayList<Line>();
            for (int slot = 0; slot < 12; slot++)
                written.addAll(lines("request 17 served", each, hour.plus(Slots.LENGTH.multipliedBy(slot))));
            written.addAll(lines("backup of 3 tables done", 1, hour));
            var at = hour;
            db.transact(() -> book.write(source, written, at));
        }
        return source;
    }

    private void goOn(long source, List<Line> written) {
        db.transact(() -> book.write(source, written, clock.instant()));
        workers.crank(clock.advance(Duration.ofMinutes(6)));
    }

    private List<Line> lines(String text, int many) {
        return lines(text, many, clock.instant());
    }

    private static List<Line> lines(String text, int many, Instant at) {
        var lines = new ArrayList<Line>();
        for (int n = 0; n < many; n++) lines.add(new Line(at, "info", "", text.replace("17", "1" + n), true));
        return lines;
    }

    private Alert only(long source) {
        var all = of(source);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Alert> of(long source) {
        var found = new ArrayList<Alert>();
        for (var state : Alert.State.values())
            alerts.list(state, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                    .filter(alert -> alert.source() == source)
                    .forEach(found::add);
        return found;
    }
}
