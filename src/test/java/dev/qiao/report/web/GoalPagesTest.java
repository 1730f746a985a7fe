package dev.qiao.report.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.report.Measure;
import dev.qiao.report.Targets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class GoalPagesTest {
    @Autowired
    Targets targets;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void anAdministratorSetsWhatTheTargetsAreToReach() {
        var admin = cast.hire("admin");
        var standard = Map.of(Measure.RESPONSE_RATE, targets.goal(Measure.RESPONSE_RATE));
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        try (var reader = Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            var page = reader.open("/goals").page();
            reader.isAccessible().fits().shot("goals");
            page.locator("[name=response_rate]").fill("101");
            page.locator("button.is-primary").click();
            assertThat(page.locator("#response_rate-wrong")).isVisible();
            page.locator("[name=response_rate]").fill("97.5");
            page.locator("button.is-primary").click();
            assertThat(page.locator(".toast")).isVisible();
            reader.open("/targets");
            assertThat(page.locator(".goals")).containsText("97.5%");
        } finally {
            assertThat(targets.goal(Measure.RESPONSE_RATE)).isEqualTo(97.5);
            targets.aim(standard, admin, clock.instant());
        }
    }

    @Test
    void oneThatIsNoGoalHoldsAllOfThemUpAndTheDeskAloneSetsThem() {
        var before = targets.goal(Measure.MTTR);
        var wish = Map.of(Measure.MTTR, 45.0, Measure.SATISFACTION, Double.NaN);
        assertThatThrownBy(() -> targets.aim(wish, cast.hire("admin"), clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("satisfaction"));
        assertThatThrownBy(() -> targets.aim(Map.of(Measure.MTTR, 45.0), cast.hire("manager"), clock.instant()))
                .isInstanceOf(Refused.class);
        assertThat(targets.goal(Measure.MTTR)).isEqualTo(before);
    }
}
