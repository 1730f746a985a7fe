package dev.qiao.people.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.people.Token;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead and an engineer with their roster: in a browser, by the API, and as a calendar elsewhere. */
@QiaoTest
class RosterPagesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Teams teams;

    @Autowired
    Leaves leaves;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Instant now;
    Person lead;
    Person lin;
    Person wei;
    Team team;

    @BeforeEach
    void aTeam() {
        now = clock.nextMonday();
        crowd.person(now, "admin");
        lead = crowd.withPassword(crowd.person(now, "lead"), now);
        lin = crowd.withPassword(crowd.person(now, "engineer"), now);
        wei = crowd.person(now, "engineer");
        var draft = new TeamDraft("网络组", Tier.FIRST, lead.id(), ZoneId.of("Asia/Shanghai"), true);
        team = teams.add(crowd.word("net"), draft, Me.QIAO, now);
        teams.staff(team.id(), Set.of(lin.id(), wei.id()), Me.QIAO, now);
    }

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

    @Test
    void programsReadWhichStandInChangesNothingAnyMore() {
        layer();
        var api = http.as(crowd.token(lin.id(), Token.Scope.WRITE, now));
        var at = "/api/v1/teams/" + team.code() + "/overrides";
        var days = Map.of(
                "from",
                now.plusSeconds(8 * 86_400).toString(),
                "to",
                now.plusSeconds(10 * 86_400).toString(),
                "instead",
                Objects.requireNonNull(wei.login()));
        assertThat(api.post(at, days).expect(201).json().path("idle").asBoolean())
                .isFalse();
        var all = api.get(at).expect(200).json().path("items");
        assertThat(all).hasSize(1);
        assertThat(all.path(0).path("idle").asBoolean()).isFalse();
        assertThat(all.path(0).path("person").path("code").asString()).isEqualTo(lin.login());
        rosters.remove(team.id(), rosters.layers(team.id()).getFirst().id(), Me.QIAO, now);
        assertThat(api.get(at)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("idle")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void programsReadShiftsAndStandIn() {
        layer();
        var api = http.as(crowd.token(lin.id(), Token.Scope.WRITE, now));
        var at = "/api/v1/teams/" + team.code();
        assertThat(api.get(at + "/duty")
                        .expect(200)
                        .json()
                        .path("people")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo(lin.login());
        var end = now.plusSeconds(14 * 86_400);
        var shifts = api.get(at + "/shifts?from=" + now + "&to=" + end)
                .expect(200)
                .json()
                .path("items");
        assertThat(shifts).hasSize(2);
        var night = Map.of(
                "instead",
                Objects.requireNonNull(wei.login()),
                "from",
                shifts.path(1).path("from").asString(),
                "to",
                shifts.path(1).path("to").asString());
        var made = api.post(at + "/overrides", night).expect(201).json();
        assertThat(made.path("person").path("code").asString()).isEqualTo(lin.login());
        var away = Map.of(
                "from",
                now.plusSeconds(60).toString(),
                "to",
                now.plusSeconds(3600).toString());
        api.post(at + "/leave", away).expect(201);
        var cut = api.get(at + "/shifts?from=" + now + "&to=" + end)
                .expect(200)
                .json()
                .path("items");
        assertThat(cut.path(1).path("person").isNull()).as("a gap").isTrue();
        api.delete(at + "/overrides/" + made.path("id").asLong()).expect(204);
        assertThat(api.get(at + "/overrides").expect(200).json().path("items")).isEmpty();
        var swap = Map.of(
                "asked", wei.login(),
                "gives",
                        Map.of(
                                "from",
                                now.plusSeconds(86_400).toString(),
                                "to",
                                now.plusSeconds(2 * 86_400).toString()));
        long asked = api.post(at + "/swaps", swap).expect(201).json().path("id").asLong();
        var other = http.as(crowd.token(wei.id(), Token.Scope.WRITE, now));
        other.post(at + "/swaps/" + asked + "/answer", Map.of("answer", "accepted"))
                .expect(204);
        assertThat(teams.onDuty(team.id(), now.plusSeconds(90_000))).containsExactly(wei.id());
    }

    @Test
    void aCalendarElsewhereReadsOnesShiftsUntilTheAddressIsRevoked() {
        layer();
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(lin.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/rosters").expect(200);
        var page = browser.form("/rosters/feed", Map.of()).expect(200).text();
        var path = page.replaceAll("(?s).*(/feeds/[\\w-]+\\.ics).*", "$1");
        var calendar = http.get(path).expect(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("BEGIN:VEVENT", "SUMMARY:网络组值班").doesNotContain(wei.name());
        var other = browser.form("/rosters/feed", Map.of()).expect(200).text();
        assertThat(other).doesNotContain(path);
        http.get(path).expect(404);
        browser.send("DELETE", "/rosters/feed", null, null);
        http.get(other.replaceAll("(?s).*(/feeds/[\\w-]+\\.ics).*", "$1")).expect(404);
        http.get("/feeds/none.ics").expect(404);
    }

    /** Lin and wei take turns by the week, from this Monday at nine. */
    private void layer() {
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(lead.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/teams/" + team.code() + "/layers/new").expect(200);
        var monday = now.atZone(team.zone()).toLocalDateTime().toString();
        var fields = Map.of(
                "name",
                "值守",
                "level",
                "0",
                "every",
                "1",
                "unit",
                "week",
                "starts",
                monday,
                LayerForm.turn(lin.id()),
                "1",
                LayerForm.turn(wei.id()),
                "2");
        browser.form("/teams/" + team.code() + "/layers", fields).expect(303);
    }

    private Browser signedIn(Person person, boolean phone) {
        var browser = phone ? Browser.phone(http.root()) : Browser.desktop(http.root());
        return browser.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
    }
}
