package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Organizations;
import dev.qiao.sla.check.Coverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can never start or never fall due is found, and other terms are tried on what has been. */
@QiaoTest
class CoverageTest {
    @Autowired
    Coverage coverage;

    @Autowired
    Simulation simulation;

    @Autowired
    Agreements agreements;

    @Autowired
    Services services;

    @Autowired
    Organizations organizations;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private Agreements.Order order = new Agreements.Order("standard", List.of());

    @BeforeEach
    void theOrderAsItIs() {
        order = agreements.order();
    }

    @AfterEach
    void theOrderAsItWas() {
        select(order.selections());
    }

    @Test
    void aRuleBehindAWiderOneIsFoundAndOneThatNamesNothing() {
        var code = agreement(Duration.ofHours(8));
        var wide = new Selection(code, null, null, true, "incident", null);
        var narrow = new Selection(code, null, null, true, "incident", "urgent");
        var lost = new Selection(code, "no-such-service", null, null, "nothing", null);
        var gone = cast.organization(false);
        organizations.edit(gone.code(), gone.name(), false, false, gone.version(), Me.QIAO, clock.instant());
        var nobody = new Selection(code, null, gone.id(), null, null, null);
        select(List.of(wide, narrow, lost, nobody));
        assertThat(keys(code))
                .containsExactly(
                        "sla.finding.shadowed",
                        "sla.finding.no_service",
                        "sla.finding.no_kind",
                        "sla.finding.no_organization");
        assertThat(coverage.problems()).isEmpty();
        assertThat(coverage.hints()).anyMatch(hint -> hint.contains(code) && hint.contains("never applies"));
        select(List.of(narrow, wide));
        assertThat(keys(code)).isEmpty();
        select(List.of());
        assertThat(keys(code)).containsExactly("sla.finding.unused");
    }

    @Test
    void otherTermsAreTriedOnPastTicketsAndNothingIsWritten() {
        var service = services.create(
                new ServiceDraft(crowd.word("sim"), "试算", false, null, List.of(), true), Me.QIAO, clock.nextMonday());
        var code = agreement(Duration.ofHours(8));
        select(Stream.concat(
                        Stream.of(new Selection(code, service.code(), null, null, null, null)),
                        order.selections().stream())
                .toList());
        var requester = http.as(cast.token(cast.hire("requester")));
        for (int i = 0; i < 3; i++) {
            requester
                    .post("/api/v1/tickets", Map.of("kind", "incident", "title", "试算" + i, "service", service.code()))
                    .expect(201);
        }
        clock.advance(Duration.ofHours(3));
        var now = clock.instant();
        var from = now.minus(Duration.ofDays(1));
        var admin = cast.hire("admin");
        var strict = simulation.run(code, offer(Duration.ofHours(1)), from, now, admin, now);
        assertThat(strict.looked()).isEqualTo(3);
        assertThat(late(strict, Metric.RESPONSE)).isEqualTo(List.of(0, 3));
        assertThat(late(strict, Metric.RESOLUTION)).isEqualTo(List.of(0, 3));
        assertThat(late(simulation.run(code, offer(Duration.ofHours(4)), from, now, admin, now), Metric.RESPONSE))
                .isEqualTo(List.of(0, 0));
        var stranger = cast.me(cast.hire("admin").id());
        var blind = new Me(
                stranger.id(),
                stranger.login(),
                stranger.name(),
                0,
                Set.of(),
                Set.of(dev.qiao.base.Permission.DESK_CONFIGURE),
                stranger.language(),
                stranger.zone(),
                stranger.origin());
        assertThat(simulation
                        .run(code, offer(Duration.ofHours(1)), from, now, blind, now)
                        .looked())
                .isZero();
        assertThat(agreements.find(code).orElseThrow().terms().version()).isEqualTo(1);
        onThePage(code);
    }

    private void onThePage(String code) {
        var now = clock.instant();
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        try (var admin = Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            admin.open("/agreements/" + code + "/edit");
            for (var priority : Terms.PRIORITIES)
                admin.page().locator("[name='response." + priority + "']").fill("1:00");
            admin.page().getByText("拿过去30天试算").click();
            admin.page().getByText("过去30天的3张里，按这些条款会超时3张，实际超时0张").waitFor();
            admin.isAccessible().fits().shot("simulation");
            admin.open("/agreements");
            admin.page().locator("#findings").waitFor();
            admin.isAccessible().fits().shot("agreements-check");
        }
    }

    private static List<Integer> late(Simulation.Result result, Metric metric) {
        var late = Objects.requireNonNull(result.late().get(metric));
        return List.of(late.before(), late.after());
    }

    private List<String> keys(String code) {
        return coverage.findings(clock.instant()).stream()
                .filter(finding -> finding.agreement().equals(code))
                .map(Coverage.Finding::key)
                .toList();
    }

    private void select(List<Selection> selections) {
        agreements.select(
                new ArrayList<>(selections), order.standard(), agreements.revision(), Me.QIAO, clock.instant());
    }

    private String agreement(Duration budget) {
        var code = crowd.word("cov");
        agreements.create(code, code, offer(budget), Me.QIAO, clock.instant());
        return code;
    }

    private static Offer offer(Duration budget) {
        var budgets = new EnumMap<Metric, Map<String, Duration>>(Metric.class);
        for (var metric : Metric.values())
            budgets.put(metric, Map.of("urgent", budget, "important", budget, "normal", budget));
        return new Offer("24x7", budgets, Map.of());
    }
}
