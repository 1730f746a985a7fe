package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.SilenceDraft;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody knows of opens no ticket, until the time is over. */
@QiaoTest
class SilenceTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Machine machine;

    @Autowired
    Silences silences;

    @Autowired
    AlertSql alerts;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    Reversals reversals;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    Source.Issued source;
    String host;

    @BeforeEach
    void aSenderIsConnected() {
        source = machine.connect(Sender.ALERTMANAGER);
        host = Machine.unique("quiet");
    }

    @AfterEach
    void nothingIsSilenced() {
        silences.ahead(Me.QIAO, clock.instant())
                .forEach(silence -> silences.end(silence.id(), Me.QIAO, clock.instant()));
        workers.crank(clock.instant());
    }

    @Test
    void aSilencedAlertOpensNoTicketAndWhatIsStillWrongWhenItIsOverDoes() {
        var now = clock.instant();
        var silence = silence(now, now.plus(HOUR));
        fires("a");
        fires("b");
        assertThat(alert("a").silence()).isEqualTo(silence.id());
        assertThat(alert("a").incident()).isNull();
        resolves("b");
        workers.crank(clock.advance(HOUR));
        assertThat(alert("a").silence()).isNull();
        assertThat(alert("a").incident()).isNotNull();
        assertThat(alert("b").silence()).isEqualTo(silence.id());
        assertThat(alert("b").incident()).isNull();
        assertThat(silences.past(Me.QIAO, clock.instant()))
                .extracting(Silence::id)
                .contains(silence.id());
    }

    @Test
    void aSilencedAlertJoinsNoTicketOfItsGroup() {
        var group = Machine.unique("group");
        machine.say(source, alertmanager("firing", group, "other"));
        var now = clock.instant();
        silence(now, now.plus(HOUR));
        machine.say(source, alertmanager("firing", group, "mine"));
        assertThat(alert("mine").incident()).isNull();
    }

    @Test
    void whatIsWrongAlreadyFallsSilentWhenAPlannedSilenceBegins() {
        var now = clock.instant();
        var silence = silence(now.plus(HOUR), now.plus(HOUR).plus(HOUR));
        fires("a");
        assertThat(alert("a").silence()).isNull();
        workers.crank(clock.advance(HOUR));
        assertThat(alert("a").silence()).isEqualTo(silence.id());
        assertThat(alert("a").incident()).isNotNull();
        silences.end(silence.id(), Me.QIAO, clock.instant());
        workers.crank(clock.instant());
        assertThat(alert("a").silence()).isNull();
    }

    @Test
    void thatASilenceWasMadeOrEndedIsTakenBack() {
        var now = clock.instant();
        var admin = crowd.me(now, "admin");
        var silence = silence(now, now.plus(HOUR));
        reversals.reverse(newest(), admin, now);
        assertThat(silences.find(silence.id(), admin).over(now)).isTrue();
        var other = silence(now, now.plus(HOUR));
        silences.end(other.id(), admin, clock.advance(Duration.ofMinutes(1)));
        workers.crank(clock.instant());
        reversals.reverse(newest(), admin, clock.instant());
        assertThat(silences.find(other.id(), admin).endsAt()).isEqualTo(now.plus(HOUR));
        fires("a");
        assertThat(alert("a").silence()).isEqualTo(other.id());
    }

    @Test
    void whatHasBegunGetsAnotherEndAndReasonAloneAndWhatIsPlannedAnythingElse() {
        var now = clock.instant();
        var admin = crowd.me(now, "admin");
        var active = silence(now, now.plus(HOUR));
        fires("a");
        var longer = new SilenceDraft(Kind.SILENCE, null, List.of(), null, now.plus(HOUR.multipliedBy(3)), "还要等备件");
        var later = silences.update(active.id(), active.version(), longer, admin, now);
        assertThat(later.endsAt()).isEqualTo(longer.endsAt());
        assertThat(later.matchers()).isEqualTo(active.matchers());
        assertThat(later.reason()).isEqualTo("还要等备件");
        workers.crank(clock.advance(HOUR));
        assertThat(alert("a").silence()).isEqualTo(active.id());
        assertThatThrownBy(() -> silences.update(active.id(), active.version(), longer, admin, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(Refused.Status.STALE));
        var other = draft(Kind.SILENCE, null, List.of("instance=x"), null, longer.endsAt());
        assertThat(fields(() -> silences.update(active.id(), later.version(), other, admin, clock.instant())))
                .containsExactly("matchers");
        var passed = draft(Kind.SILENCE, null, List.of(), null, now);
        assertThat(fields(() -> silences.update(active.id(), later.version(), passed, admin, clock.instant())))
                .containsExactly("until");

        reversals.reverse(newest(), admin, now);
        assertThat(silences.find(active.id(), admin).endsAt()).isEqualTo(now.plus(HOUR));
        assertThat(silences.find(active.id(), admin).reason()).isEqualTo("换硬盘");
        workers.crank(clock.instant());
        assertThat(alert("a").silence()).isNull();
        assertThatThrownBy(() -> silences.update(
                        active.id(), silences.find(active.id(), admin).version(), longer, admin, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPlannedSilenceIsChangedWholeAndBackUntilItBegins() {
        var now = clock.instant();
        var admin = crowd.me(now, "admin");
        var begin = now.plus(HOUR);
        var planned = silence(begin, begin.plus(HOUR));
        var other = List.of("instance=" + host, "alertname=b");
        var sooner = new SilenceDraft(Kind.SILENCE, null, other, now.plusSeconds(60), begin, "换电源");
        silences.update(planned.id(), planned.version(), sooner, admin, now);
        var change = newest();
        reversals.reverse(change, admin, now);
        var back = silences.find(planned.id(), admin);
        assertThat(back.matchers()).isEqualTo(planned.matchers());
        assertThat(back.startsAt()).isEqualTo(planned.startsAt());
        assertThat(back.endsAt()).isEqualTo(planned.endsAt());
        assertThat(back.reason()).isEqualTo("换硬盘");
        silences.update(planned.id(), back.version(), sooner, admin, now);
        workers.crank(clock.advance(Duration.ofSeconds(60)));
        fires("a");
        fires("b");
        assertThat(alert("a").silence()).isNull();
        assertThat(alert("b").silence()).isEqualTo(planned.id());
        assertThatThrownBy(() -> reversals.reverse(newest(), admin, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo("signal.silence_begun"));
        var maintenance = draft(Kind.MAINTENANCE, service().id(), List.of(), null, begin);
        assertThat(fields(() -> silences.update(planned.id(), 1, maintenance, admin, clock.instant())))
                .containsExactly("kind");
    }

    private static List<@Nullable String> fields(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.problems().stream().map(Refused.Problem::field).toList();
        }
        return List.of();
    }

    private long newest() {
        return db.sql("select max(id) as id from journal.entry where kind = 'signal.silence'")
                .one(row -> row.number("id"));
    }

    @Test
    void maintenanceCoversTheAlertsOfItsServiceAlone() {
        var now = clock.instant();
        var service = service();
        silences.create(draft(Kind.MAINTENANCE, service.id(), List.of(), now, now.plus(HOUR)), Me.QIAO, now);
        machine.say(source, Machine.alertmanager("firing", Machine.unique("g"), labels("a", service.code()), now));
        machine.say(
                source,
                Machine.alertmanager(
                        "firing", Machine.unique("g"), labels("b", service().code()), now));
        assertThat(alert("a").silence()).isNotNull();
        assertThat(alert("b").silence()).isNull();
        assertThat(alert("b").incident()).isNotNull();
    }

    @Test
    void engineersSilenceAndOnlyWhoConfiguresPlansMaintenance() {
        var now = clock.instant();
        var engineer = crowd.me(now, "engineer");
        var silence = silences.create(
                draft(Kind.SILENCE, null, List.of("instance=" + host), null, now.plus(HOUR)), engineer, now);
        assertThat(silence.person()).isEqualTo(engineer.id());
        silences.end(silence.id(), engineer, now);
        var maintenance = draft(Kind.MAINTENANCE, service().id(), List.of(), now, now.plus(HOUR));
        assertThatThrownBy(() -> silences.create(maintenance, engineer, now)).isInstanceOf(Refused.class);
        var user = crowd.me(now, "requester");
        assertThatThrownBy(() -> silences.create(
                        draft(Kind.SILENCE, null, List.of("instance=x"), null, now.plus(HOUR)), user, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> silences.end(silence.id(), engineer, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> silences.create(
                        draft(Kind.SILENCE, null, List.of("env!=prod"), null, now.plus(HOUR)), engineer, now))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo("signal.silence_loose"));
    }

    private Silence silence(Instant from, Instant until) {
        var matchers = List.of("instance=" + host, "alertname!=other");
        return silences.create(draft(Kind.SILENCE, null, matchers, from, until), Me.QIAO, clock.instant());
    }

    private static SilenceDraft draft(
            Kind kind, @Nullable Long service, List<String> matchers, @Nullable Instant from, Instant until) {
        return new SilenceDraft(kind, service, matchers, from, until, "换硬盘");
    }

    private Service service() {
        return services.create(
                new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private void fires(String name) {
        machine.say(source, alertmanager("firing", host + name, name));
    }

    private void resolves(String name) {
        machine.say(source, alertmanager("resolved", host + name, name));
    }

    private String alertmanager(String status, String group, String name) {
        return Machine.alertmanager(status, group, labels(name, ""), clock.instant());
    }

    private Map<String, String> labels(String name, String service) {
        return Map.of("alertname", name, "instance", host, "severity", "critical", "service", service);
    }

    private Alert alert(String name) {
        return alerts.newest(100).stream()
                .filter(alert -> host.equals(alert.labels().get("instance")))
                .filter(alert -> name.equals(alert.labels().get("alertname")))
                .findFirst()
                .orElseThrow();
    }
}
