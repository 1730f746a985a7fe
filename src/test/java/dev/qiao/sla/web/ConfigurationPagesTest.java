package dev.qiao.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Origin;
import dev.qiao.calendar.Calendars;
import dev.qiao.people.Crowd;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.PersonDraft;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Attributes;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator sets up calendars and agreements, in a browser. */
@QiaoTest
class ConfigurationPagesTest {
    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    FirstAdministrator first;

    @Autowired
    TestClock clock;

    @Autowired
    Calendars calendars;

    @Autowired
    Agreements agreements;

    @Autowired
    Clocks clocks;

    private String login = "";

    @BeforeEach
    void anAdministrator() {
        if (first.wanted()) {
            var draft = new PersonDraft(crowd.word("admin"), "Admin", null, null, null, 0);
            first.create(draft, Crowd.PASSWORD, clock.instant());
        }
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        login = Objects.requireNonNull(person.login());
    }

    @Test
    void aCalendarIsMadePreviewedAndLoadedWithAYear() throws IOException {
        var later = clock.instant();
        try (var admin = Browser.desktop(http.root())) {
            admin.signIn(login, Crowd.PASSWORD);
            clock.set(TestClock.MONDAY);
            var page = admin.open("/calendars").isAccessible().page();
            admin.open("/calendars/new").isAccessible();
            page.locator("[name=name]").fill("晚班");
            page.locator("[name=code]").fill("late");
            page.locator("#day-1").fill("14:00-22:00");
            page.locator("[name=days]").fill("2026-03-03 休 盘点");
            page.locator("#month").fill("2026-03");
            page.locator("#from").fill("2026-03-02T21:00");
            page.locator("#minutes").fill("120");
            page.locator("[formaction]").click();
            page.locator("#preview").getByText("盘点").waitFor();
            assertThat(page.locator(".outcome").innerText()).contains("10:00");
            page.locator("button.is-primary").click();
            page.waitForURL("**/calendars/late");
            assertThat(calendars.named("late").rules().week().getFirst()).hasToString("[14:00-22:00]");
            admin.isAccessible().fits().shot("calendar");
            page.locator("#list")
                    .setInputFiles(new FilePayload(
                            "2024.json", "application/json", list("2024").getBytes(StandardCharsets.UTF_8)));
            page.locator("form[action$=lists] button").click();
            page.waitForURL("**/calendars/late?month=2024-01");
            page.getByText("元旦").first().waitFor();
        } finally {
            clock.set(later);
        }
    }

    @Test
    void anEmptyYearIsRefusedUnderItsField() throws IOException {
        try (var admin = Browser.phone(http.root())) {
            var page = admin.signIn(login, Crowd.PASSWORD)
                    .open("/calendars/cn-work?month=2026-11")
                    .page();
            admin.isAccessible().fits().shot("calendar-phone");
            page.locator("#list")
                    .setInputFiles(new FilePayload(
                            "2027.json", "application/json", list("2027").getBytes(StandardCharsets.UTF_8)));
            page.locator("form[action$=lists] button").click();
            page.getByText("2027年的放假安排还没公布").waitFor();
            assertThat(calendars.named("cn-work").rules().known(2027)).isFalse();
        }
    }

    @Test
    void anAgreementIsMadeAppliedAndItsClocksRepaired() {
        try (var admin = Browser.desktop(http.root())) {
            var page = admin.signIn(login, Crowd.PASSWORD)
                    .open("/agreements/new")
                    .isAccessible()
                    .page();
            page.locator("[name=name]").fill("金牌");
            page.locator("[name=code]").fill("gold");
            page.locator("[name='resolution.normal']").fill("6:00");
            page.locator("button.is-primary").click();
            page.waitForURL("**/agreements");
            admin.open("/selections/edit").isAccessible();
            page.locator("[name=agreement]").last().selectOption("gold");
            page.locator("[name=service]").last().fill("gold-service");
            page.locator("button.is-primary").click();
            page.waitForURL("**/agreements");
            admin.isAccessible().fits().shot("agreements");
            var attributes = new Attributes("gold-service", null, false, "incident", "normal");
            assertThat(agreements.choose(attributes).budget(Metric.RESOLUTION, "normal"))
                    .isEqualTo(Duration.ofHours(6));
            clocks.start(List.of(new Start("page", 1, attributes, clock.instant(), Origin.LIVE)));
            admin.open("/agreements/gold/edit").isAccessible();
            page.locator("[name='resolution.normal']").fill("5 hours");
            page.locator("button.is-primary").click();
            page.getByText("请写成 时:分").waitFor();
            page.locator("[name='resolution.normal']").fill("5:00");
            page.locator("button.is-primary").click();
            page.waitForURL("**/agreements");
            admin.open("/clocks/repair").isAccessible().shot("repair");
            page.locator("form[action='/clocks/repair'] button").click();
            page.waitForURL("**/agreements");
        }
        assertThat(clocks.of("page", List.of(1L)).get(1L))
                .filteredOn(c -> c.metric() == Metric.RESOLUTION)
                .singleElement()
                .satisfies(c -> assertThat(c.budget()).isEqualTo(Duration.ofHours(5)));
    }

    @Test
    void aLadderGrowsByOneLevelAtATime() {
        try (var admin = Browser.desktop(http.root())) {
            var page =
                    admin.signIn(login, Crowd.PASSWORD).open("/agreements/new").page();
            page.locator("[name=name]").fill("银牌");
            page.locator("[name=code]").fill("silver");
            page.locator("button.is-primary").click();
            page.waitForURL("**/agreements");
            admin.open("/agreements/silver/edit");
            int rungs = page.locator("#rungs tr:visible").count();
            page.locator("[data-next-row]").click();
            assertThat(page.locator("#rungs tr:visible").count()).isEqualTo(rungs + 1);
            page.locator("#rungs tr:visible [name$=amount]").last().fill("95");
            admin.isAccessible().fits().shot("ladder");
            var saved = page.waitForResponse(
                    "**/agreements/silver/ladder",
                    () -> page.locator("form.roster .acts > button").last().click());
            assertThat(saved.ok()).isTrue();
            admin.open("/agreements/silver/edit");
            assertThat(page.locator("#rungs tr:visible").count()).isEqualTo(rungs + 1);
        }
    }

    @Test
    void onAPhoneTheLevelsOfALadderStandBelowEachOtherWithTheirWords() {
        try (var admin = Browser.phone(http.root())) {
            var page =
                    admin.signIn(login, Crowd.PASSWORD).open("/agreements/new").page();
            page.locator("[name=name]").fill("铜牌");
            page.locator("[name=code]").fill("bronze");
            page.locator("button.is-primary").click();
            page.waitForURL("**/agreements");
            admin.open("/agreements/bronze/edit");
            page.locator("[data-next-row]").click();
            assertThat(page.evaluate("(() => { const form = document.querySelector('form.roster');"
                            + " return form.scrollWidth - form.clientWidth; })()"))
                    .isEqualTo(0);
            assertThat(page.locator("#rungs tr:visible").first().innerText()).contains("告知谁");
            admin.isAccessible().fits().shot("ladder-phone");
        }
    }

    @Test
    void othersDoNotReachThesePages() {
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        try (var browser = Browser.desktop(http.root())) {
            var page = browser.signIn(Objects.requireNonNull(engineer.login()), Crowd.PASSWORD)
                    .page();
            for (var path : List.of("/calendars", "/agreements", "/selections/edit", "/clocks/repair")) {
                assertThat(Objects.requireNonNull(page.navigate(path)).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    private static String list(String year) throws IOException {
        try (var file = ConfigurationPagesTest.class.getResourceAsStream("/calendars/" + year + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
