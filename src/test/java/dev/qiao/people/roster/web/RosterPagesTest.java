package dev.qiao.people.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lead and an engineer with their roster in a browser. */
class RosterPagesTest extends RosterDesk {
    @Test
    void aLeadAddsALayerAndSeesItInTheCalendar() {
        layer();
        assertThat(teams.onDuty(team.id(), now)).containsExactly(lin.id());
        try (var xu = signedIn(lead, false)) {
            xu.open("/teams/" + team.code() + "/roster").isAccessible().fits().shot("roster-week");
            assertThat(xu.page().locator(".shifts li").count()).isEqualTo(7);
            xu.page().getByText("月", new Page.GetByTextOptions().setExact(true)).click();
            xu.page().locator(".shifts.is-month").waitFor();
            xu.isAccessible().shot("roster-month");
        }
    }

    @Test
    void onAPhoneOneTakesAColleaguesNight() {
        layer();
        try (var me = signedIn(lin, true)) {
            me.open("/teams/" + team.code() + "/roster").isAccessible().fits().shot("roster-phone");
            var next = now.plusSeconds(7 * 86_400);
            me.open("/teams/" + team.code() + "/covers/new?from=" + next + "&to=" + next.plusSeconds(3600) + "&instead="
                            + wei.id())
                    .isAccessible();
            me.page().locator("button.is-primary").click();
            me.page().locator("#covers").waitFor();
            assertThat(teams.onDuty(team.id(), next)).containsExactly(lin.id());
            me.open("/rosters").isAccessible().fits().shot("duty-phone");
        }
    }

    @Test
    void aLeaveThatWasTakenBackHasAWayBackOnThePage() {
        layer();
        var when = new Span(now.plusSeconds(86_400), now.plusSeconds(2 * 86_400));
        leaves.enter(lin.id(), when, "看病", Me.QIAO, now);
        try (var me = signedIn(lin, false)) {
            var page = me.open("/teams/" + team.code() + "/roster").page();
            page.locator("form[hx-delete*='/leaves/'] button").click();
            page.locator("form[hx-post$='/restoration'] button").waitFor();
            assertThat(page.locator("form[hx-delete*='/leaves/']").count()).isZero();
            me.isAccessible().fits().shot("roster-dropped");
            page.locator("form[hx-post$='/restoration'] button").click();
            page.locator("form[hx-delete*='/leaves/']").waitFor();
            assertThat(page.locator("form[hx-post$='/restoration']").count()).isZero();
        }
    }

    @Test
    void whoIsGoneKeepsTheTurnUntilTakenOut() {
        var gone = crowd.person(now, "engineer");
        teams.staff(team.id(), Set.of(lin.id(), wei.id(), gone.id()), Me.QIAO, now);
        var starts = now.atZone(team.zone()).toLocalDateTime();
        var turns = List.of(Set.of(lin.id()), Set.of(gone.id()), Set.of(wei.id()));
        var draft = new LayerDraft("值守", 0, starts, null, 1, Unit.WEEK, turns, List.of());
        long layer = rosters.add(team.id(), draft, Me.QIAO, now).id();
        teams.staff(team.id(), Set.of(lin.id(), wei.id()), Me.QIAO, now);
        try (var xu = signedIn(lead, false)) {
            var form = "/teams/" + team.code() + "/layers/" + layer + "/edit";
            var page = xu.open(form).isAccessible().fits().page();
            assertThat(page.locator(".turn", new Page.LocatorOptions().setHasText("不在本组"))
                            .count())
                    .isOne();
            page.locator("[name=name]").fill("夜里值守");
            page.locator("form .is-primary").click();
            page.waitForURL("**/roster");
            assertThat(page.locator("[aria-labelledby=layers] td", new Page.LocatorOptions().setHasText("不在本组"))
                            .count())
                    .isOne();
            assertThat(rosters.layer(team.id(), layer).name()).isEqualTo("夜里值守");
            assertThat(rosters.layer(team.id(), layer).turns()).isEqualTo(turns);
            people.activate(gone.id(), false, Me.QIAO, now);
            page = xu.open(form).page();
            assertThat(page.locator(".turn", new Page.LocatorOptions().setHasText("已停用"))
                            .count())
                    .isOne();
            page.locator("[name='" + LayerForm.turn(gone.id()) + "']").fill("");
            page.locator("form .is-primary").click();
            page.waitForURL("**/roster");
            assertThat(rosters.layer(team.id(), layer).turns()).containsExactly(Set.of(lin.id()), Set.of(wei.id()));
        }
    }

    @Test
    void everyFormIsAccessible() {
        layer();
        try (var xu = signedIn(lead, false)) {
            for (var form : new String[] {"/layers/new", "/leaves/new", "/roster/edit", "/swaps/new"}) {
                xu.open("/teams/" + team.code() + form).isAccessible().fits().shot("roster" + form.replace('/', '-'));
            }
        }
        try (var me = signedIn(lin, false)) {
            me.open("/rosters").isAccessible().shot("duty");
        }
    }

    private Browser signedIn(Person person, boolean phone) {
        var browser = phone ? Browser.phone(http.root()) : Browser.desktop(http.root());
        return browser.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
    }
}
