package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import dev.qiao.ticket.effort.Efforts;
import dev.qiao.ticket.followup.FollowUps;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.ViewDraft;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody at the desk took away has a way back on the page. */
@QiaoTest
class TakenAwayTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Efforts efforts;

    @Autowired
    Checklist checklist;

    @Autowired
    FollowUps followUps;

    @Autowired
    SavedViews views;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me lin;
    long number;

    @BeforeEach
    void aTicket() {
        cast.hire("admin");
        var team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        crowd.withPassword(people.find(lin.id()).orElseThrow(), clock.instant());
        number = tickets.open(Draft.titled("打印机卡纸", cast.hire("requester"), Source.WEB), clock.instant())
                .number();
        tickets.assign(number, null, team.id(), lin.id(), null, cast.hire("manager"), clock.instant());
    }

    private Browser desk() {
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD);
    }

    @Test
    void timeThatWasWrittenDownIsTakenBackAndThatToo() {
        efforts.add(number, 25, "查日志", lin, clock.instant());
        efforts.add(number, 90, "换墨盒", cast.hire("admin"), clock.instant());
        try (var desk = desk()) {
            var page = desk.open("/tickets/" + number).page();
            page.locator("#effort summary").click();
            assertThat(page.locator("#effort [hx-delete]")).hasCount(1);
            assertThat(page.locator("#effort .ties")).containsText("查日志");
            desk.isAccessible().fits().shot("effort-own");
            page.locator("#effort [hx-delete]").click();
            assertThat(page.locator("#effort [hx-delete]")).hasCount(0);
            page.locator(".toast button").click();
            assertThat(page.locator("#effort .ties")).containsText("查日志");
        }
    }

    @Test
    void aPointOfTheChecklistComesBackTickedWhereItStood() {
        checklist.add(number, List.of("开邮箱", "发电脑"), lin, clock.instant());
        checklist.tick(number, checklist.of(number).getFirst().id(), true, lin, clock.instant());
        try (var desk = desk()) {
            var page = desk.open("/tickets/" + number).page();
            page.locator("#checklist [hx-delete]").first().click();
            assertThat(page.locator("#checklist [type=checkbox]")).hasCount(1);
            page.locator(".toast button").focus();
            page.waitForTimeout(8_000);
            page.locator(".toast button").click();
            assertThat(page.locator("#checklist li")).hasCount(2);
            assertThat(page.locator("#checklist li").first()).containsText("开邮箱");
            assertThat(page.locator("#checklist li input").first()).isChecked();
            page.locator("#checklist [hx-delete]").first().click();
            desk.open("/tickets/" + number);
            desk.isAccessible().fits().shot("check-removed");
            page.locator("#checklist .is-removed button").click();
            assertThat(page.locator("#checklist [type=checkbox]")).hasCount(2);
        }
    }

    @Test
    void aDateThatNobodyWantsAnyMoreIsBroughtBackWithItsNote() {
        var then = clock.instant().plus(Duration.ofDays(2));
        followUps.set(number, then, "问合同号", lin, clock.instant());
        followUps.remove(number, lin, clock.instant());
        try (var desk = desk()) {
            var page = desk.open("/tickets/" + number).page();
            assertThat(page.locator("#follow-up")).containsText("问合同号");
            assertThat(page.locator("#follow-up [hx-delete]")).hasCount(0);
            desk.isAccessible().fits().shot("follow-up-removed");
            page.locator("#follow-up [hx-post$='/restoration']").click();
            assertThat(page.locator("#follow-up [hx-delete]")).hasCount(1);
            page.locator("#follow-up [hx-delete]").click();
            page.locator(".toast button").click();
            assertThat(page.locator("#follow-up [hx-delete]")).hasCount(1);
        }
        org.assertj.core.api.Assertions.assertThat(
                        followUps.of(number, lin).orElseThrow().at())
                .isEqualTo(then);
    }

    @Test
    void whatWasPressedSaysWhatCameOfItThoughItsPartWasDrawnAnewMeanwhile() {
        followUps.set(number, clock.instant().plus(Duration.ofDays(2)), "问合同号", lin, clock.instant());
        try (var desk = desk()) {
            var page = desk.open("/tickets/" + number).page();
            var late = new AtomicReference<Route>();
            page.route("**/follow-up", late::set);
            page.locator("#follow-up [hx-delete]").click();
            page.waitForCondition(() -> late.get() != null);
            page.evaluate("document.getElementById('follow-up').remove()");
            late.get().resume();
            page.locator(".toast button").click();
            assertThat(page.locator("#follow-up [hx-delete]")).hasCount(1);
        }
    }

    @Test
    void aViewThatWasRemovedIsListedWithTheViews() {
        var view = views.save(new ViewDraft("我的夜班", Lens.of(View.OPEN), null, false), lin, clock.instant());
        views.remove(view.id(), lin, clock.instant());
        try (var desk = desk()) {
            var page = desk.open("/tickets").page();
            page.locator("details.adder.is-end:has(.stack-form) summary").click();
            var back = page.locator("[hx-post='/views/" + view.id() + "/restoration']");
            assertThat(back).hasAttribute("aria-label", "取回我的夜班");
            desk.isAccessible().fits().shot("view-removed");
            back.click();
            page.waitForURL("**" + view.path());
            assertThat(page.locator("#views")).containsText("我的夜班");
            assertThat(page.locator("[hx-post='/views/" + view.id() + "/restoration']"))
                    .hasCount(0);
        }
    }
}
