package dev.qiao.signal.dates;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.Warranty;
import dev.qiao.asset.warranty.WarrantyDraft;
import dev.qiao.base.Me;
import dev.qiao.base.Preferences;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A warranty that ends soon becomes a warning, once, and is over when what comes after it is written down. */
@QiaoTest
class WarrantyTest {
    @Autowired
    Warranties warranties;

    @Autowired
    Services services;

    @Autowired
    Alerts alerts;

    @Autowired
    Tickets tickets;

    @Autowired
    Preferences preferences;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final String name = Machine.unique("switch");

    @Test
    void aWarrantyThatHoldsLongIsQuietAndOneThatEndsSoonIsAWarningOfItsService() {
        var code = Machine.unique("core");
        long service = services.create(
                        new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant())
                .id();
        var warranty = warranties.create(draft(service, 90), Me.QIAO, clock.instant());
        crank();
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofDays(29));
        crank();
        assertThat(told()).as("61 days are left").isEmpty();
        clock.advance(Duration.ofDays(1));
        crank();
        crank();
        var alert = told().getFirst();
        assertThat(told()).hasSize(1);
        assertThat(alert.open()).isTrue();
        var ticket = tickets.find(
                alerts.incidents(List.of(requireNonNull(alert.incident())), Me.QIAO)
                        .getFirst()
                        .ticket(),
                Me.QIAO);
        assertThat(ticket.matter().kind()).isEqualTo(Kind.TASK);
        assertThat(ticket.matter().source()).isEqualTo(Source.WARNING);
        assertThat(ticket.matter().service()).isEqualTo(service);
        assertThat(ticket.matter().title())
                .contains(name, warranty.draft().endsOn().toString());
        clock.advance(Duration.ofDays(70));
        crank();
        assertThat(told())
                .as("it has ended, and is the same warning still")
                .hasSize(1)
                .allMatch(Alert::open);
        warranties.update(warranty.id(), warranty.version(), draft(service, 365), Me.QIAO, clock.instant());
        crank();
        assertThat(told()).hasSize(1).noneMatch(Alert::open);
    }

    @Test
    void oneThatIsTakenOutIsNoWarningAnyMore() {
        var warranty = warranties.create(draft(null, 5), Me.QIAO, clock.instant());
        crank();
        assertThat(told()).hasSize(1).allMatch(Alert::open);
        warranties.delete(warranty.id(), Me.QIAO, clock.instant());
        crank();
        assertThat(told()).hasSize(1).noneMatch(Alert::open);
    }

    @Test
    void itHoldsOnItsLastDay() {
        var today = LocalDate.of(2026, 12, 1);
        var last = new Warranty(1, 1, new WarrantyDraft(name, null, "", "", today, 0, ""));
        assertThat(last.over(today)).isFalse();
        assertThat(last.due(today)).isTrue();
        assertThat(last.due(today.minusDays(1))).isFalse();
        assertThat(last.over(today.plusDays(1))).isTrue();
    }

    private WarrantyDraft draft(@Nullable Long service, int days) {
        var endsOn = LocalDate.ofInstant(clock.instant(), preferences.zone()).plusDays(days);
        return new WarrantyDraft(name, service, "供应商", "C-1", endsOn, 60, "");
    }

    private void crank() {
        workers.crank(clock.advance(Duration.ofMinutes(2)));
    }

    private List<Alert> told() {
        var found = new ArrayList<Alert>();
        for (var state : Alert.State.values())
            alerts.list(state, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                    .filter(alert -> alert.labels().getOrDefault("warranty", "").equals(name))
                    .forEach(found::add);
        return found;
    }
}
