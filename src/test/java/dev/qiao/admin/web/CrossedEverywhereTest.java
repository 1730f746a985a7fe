package dev.qiao.admin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.DeskPreferences;
import dev.qiao.admin.backup.Plans;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.Rules;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.people.Crowd;
import dev.qiao.people.Roles;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Window;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.ticket.Priorities;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import dev.qiao.ticket.silence.Silences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every form by which the desk is configured: where two people change the same field, the second is shown both. */
@QiaoTest
class CrossedEverywhereTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Roles roles;

    @Autowired
    Services services;

    @Autowired
    Agreements agreements;

    @Autowired
    Calendars calendars;

    @Autowired
    dev.qiao.dispatch.Rules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    Canneds canneds;

    @Autowired
    Macros macros;

    @Autowired
    Silences silences;

    @Autowired
    Priorities priorities;

    @Autowired
    DeskPreferences preferences;

    @Autowired
    Plans plans;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    /** @param form by its action; empty: the only one on the page */
    private record Crossing(String path, String form, String field, String his, String hers) {
        static Crossing of(String path, String form, String field) {
            return new Crossing(path, form, field, "他改的", "她改的");
        }

        String css() {
            return "form:has([name=opened])" + (form.isEmpty() ? "" : "[action='" + form + "']");
        }

        /** Of a person and of many at once the journal tells the change otherwise, and the page says only that there was one. */
        boolean unsaid() {
            return path.startsWith("/people/") || path.endsWith("/skills");
        }

        void fill(Browser browser, String value) {
            var field = browser.page()
                    .locator(css() + " [name='" + this.field + "']")
                    .first();
            if (field.evaluate("field => field.localName").equals("select")) field.selectOption(value);
            else field.fill(value);
        }
    }

    String code;
    Me admin;

    @BeforeEach
    void somebodyConfigures() {
        admin = cast.hire("admin");
        code = crowd.word("cross").toLowerCase(Locale.ROOT);
    }

    private Browser signedIn() {
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
    }

    private void eachAsks(List<Crossing> crossings) {
        try (var he = signedIn();
                var she = signedIn()) {
            for (var crossing : crossings) {
                he.open(crossing.path());
                she.open(crossing.path());
                crossing.fill(he, crossing.his());
                crossing.fill(she, crossing.hers());
                assertThat(save(he, crossing)).as("%s", crossing).isLessThan(400);
                assertThat(save(she, crossing)).as("%s", crossing).isEqualTo(412);
                // Another form of the page may still show what was not decided there.
                var clash = she.page().locator(crossing.css() + " .clash");
                if (!crossing.unsaid()) assertThat(clash.locator("h2")).containsText(" 改过这里");
                assertThat(clash.locator("fieldset")).hasCount(1);
                assertThat(clash.locator("[type=radio]")).hasCount(2);
                she.isAccessible().fits();
            }
        }
    }

    private static int save(Browser browser, Crossing crossing) {
        return browser.page()
                .waitForResponse(
                        response -> response.request().method().equals("POST"),
                        () -> button(browser, crossing).click())
                .status();
    }

    private static Locator button(Browser browser, Crossing crossing) {
        return browser.page()
                .locator(crossing.css() + " button.btn:not([type=button], [formaction])")
                .last();
    }

    @Test
    void peopleTeamsAndRosters() {
        var team = cast.team(null);
        var lin = cast.join(team, cast.hire("engineer"));
        var organization = cast.organization(false).code();
        roles.add(code, "角色", Set.of(Permission.REQUEST), Me.QIAO, clock.instant());
        var windows = List.of(new Window(DayOfWeek.MONDAY, 480, 1080));
        var draft = LayerDraft.fixed("白班", LocalDateTime.of(2026, 3, 2, 0, 0), Set.of(lin.id()), windows);
        long layer = rosters.add(team.id(), draft, admin, clock.instant()).id();
        var at = "/teams/" + team.code();
        eachAsks(List.of(
                Crossing.of("/roles/" + code + "/edit", "", "name"),
                Crossing.of("/organizations/" + organization + "/edit", "", "name"),
                Crossing.of("/people/" + lin.id(), "/people/" + lin.id(), "title"),
                Crossing.of(at + "/edit", at, "name"),
                Crossing.of(at + "/layers/" + layer + "/edit", "", "name"),
                new Crossing(at + "/roster/edit", "", "hours.1", "08:00-17:00", "09:00-18:00"),
                new Crossing(at + "/skills", "", "capacity." + lin.id(), "3", "4")));
    }

    @Test
    void promisesCalendarsServicesAndDispatch() {
        var team = cast.team(null);
        services.create(new ServiceDraft(code, "服务", false, null, List.of(), true), admin, clock.instant());
        var hour = Duration.ofHours(1);
        var budgets = Map.of("urgent", hour, "important", hour, "normal", hour);
        var offer = new Offer("24x7", Map.of(Metric.RESPONSE, budgets, Metric.RESOLUTION, budgets), Map.of());
        agreements.create(code, "协议", offer, admin, clock.instant());
        calendars.create(code, "日历", Rules.always(ZoneId.of("Asia/Shanghai")), admin, clock.instant());
        var draft = new RuleDraft("规则", null, null, null, null, List.of(code), null, team.id(), false);
        long rule = rules.create(draft, admin, clock.instant()).id();
        var policy = rules.policy();
        var agreement = "/agreements/" + code;
        try {
            eachAsks(List.of(
                    Crossing.of("/services/" + code + "/edit", "", "name"),
                    Crossing.of(agreement + "/edit", agreement, "name"),
                    new Crossing(agreement + "/edit", agreement + "/ladder", "0.amount", "40", "60"),
                    Crossing.of("/calendars/" + code + "/edit", "", "name"),
                    Crossing.of("/rules/" + rule + "/edit", "", "name"),
                    new Crossing("/rules", "/rules/policy", "normal", "41", "42")));
        } finally {
            var now = rules.policy();
            rules.change(
                    new dev.qiao.dispatch.Policy(
                            policy.defaultTeam(), policy.urgent(), policy.important(), policy.normal(), now.version()),
                    admin,
                    clock.instant());
        }
    }

    @Test
    void whatIsAskedAndWhatIsSaid() {
        var asAdmin = http.as(cast.token(admin));
        asAdmin.post("/api/v1/forms", Map.of("code", code, "name", "表单")).expect(201);
        var why = Map.of(
                "code", "why", "label", "为什么", "required", false, "shape", Map.of("kind", "text", "lines", false));
        asAdmin.post("/api/v1/forms/" + code + "/versions", Map.of("fields", List.of(why)))
                .expect(201);
        long canned = canneds.save(new Canned(0, null, "常用", "请重启", true), admin, clock.instant());
        long macro = macros.save(new Macro(0, null, "宏", List.of(Order.of(Deed.ACCEPT)), true), admin, clock.instant());
        eachAsks(List.of(
                Crossing.of("/forms/" + code + "/edit", "", "name"),
                Crossing.of("/forms/" + code + "/fields/why/edit", "", "label"),
                Crossing.of("/forms/" + code + "/beginning/edit", "", "title"),
                Crossing.of("/canned/" + canned + "/edit", "", "name"),
                Crossing.of("/macros/" + macro + "/edit", "", "name")));
    }

    @Test
    void whatThereIsOnlyOneOf() {
        var limits = silences.limits();
        var matrix = priorities.matrix();
        var chosen = preferences.chosen();
        var plan = plans.plan();
        try {
            eachAsks(List.of(
                    new Crossing("/reminders", "", "urgent", "71", "72"),
                    new Crossing("/priorities", "", "low_low", "important", "urgent"),
                    Crossing.of("/settings", "", "name"),
                    new Crossing("/backups/plan", "", "keep", "17", "18")));
        } finally {
            silences.change(limits, admin, clock.instant());
            priorities.change(matrix, admin, clock.instant());
            preferences.change(chosen, admin, clock.instant());
            plans.change(plan, admin, clock.instant());
        }
    }
}
