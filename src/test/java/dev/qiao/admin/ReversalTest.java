package dev.qiao.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.Rules;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.journal.Audit;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.people.Organizations;
import dev.qiao.people.Roles;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.report.Measure;
import dev.qiao.report.Targets;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Offer;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every change of the configuration says before and after, and can be taken back. */
@QiaoTest
class ReversalTest {
    @Autowired
    Reversals reversals;

    @Autowired
    Audit audit;

    @Autowired
    Agreements agreements;

    @Autowired
    Calendars calendars;

    @Autowired
    Roles roles;

    @Autowired
    Teams teams;

    @Autowired
    Organizations organizations;

    @Autowired
    dev.qiao.dispatch.Rules rules;

    @Autowired
    Categories categories;

    @Autowired
    Services services;

    @Autowired
    Targets targets;

    @Autowired
    DeskPreferences preferences;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me admin;

    @BeforeEach
    void anAdministrator() {
        admin = crowd.me(clock.instant(), "admin");
    }

    @Test
    void whatAnAgreementSaidIsSaidAgain() {
        var now = clock.instant();
        var before = agreements
                .find("standard")
                .or(() -> agreements.all().stream().findFirst())
                .orElseThrow();
        var offer = new Offer(
                before.terms().calendar(),
                before.terms().budgets(),
                before.terms().pauses());
        var budgets = new EnumMap<>(offer.budgets());
        budgets.replaceAll((metric, promised) -> {
            var longer = new HashMap<>(promised);
            longer.replaceAll((priority, budget) -> budget.plusHours(1));
            return longer;
        });
        var longer = new Offer(offer.calendar(), budgets, offer.pauses());
        agreements.update(before.code(), before.name(), longer, before.terms().version(), admin, now);
        var entry = newest();
        assertThat(entry.as(Configured.class).before()).isNotNull();
        reversals.reverse(entry.id(), admin, now);
        var after = agreements.find(before.code()).orElseThrow();
        assertThat(after.terms().budgets()).isEqualTo(before.terms().budgets());
        assertThat(after.terms().pauses()).isEqualTo(before.terms().pauses());
        assertThat(newest().as(Configured.class).reverses()).isEqualTo(entry.id());

        var order = agreements.order();
        agreements.select(List.of(), order.standard(), agreements.revision(), admin, now);
        back();
        assertThat(agreements.order()).isEqualTo(order);
    }

    @Test
    void aCalendarARoleATeamItsMembersAndAnOrganizationAreAsTheyWere() {
        var now = clock.instant();
        var zone = ZoneId.of("Asia/Shanghai");
        var calendar = calendars.create(crowd.word("cal"), "甲", Rules.always(zone), admin, now);
        calendars.update(calendar.code(), "乙", Rules.always(ZoneId.of("UTC")), calendar.revision(), admin, now);
        back();
        assertThat(calendars.named(calendar.code()).name()).isEqualTo("甲");
        assertThat(calendars.named(calendar.code()).rules().zone()).isEqualTo(zone);

        var role = roles.add(crowd.word("r"), "R", Set.of(Permission.REQUEST), admin, now);
        roles.edit(role.code(), "S", Set.of(Permission.TICKET_WORK), role.version(), admin, now);
        back();
        var again = roles.byCode(role.code()).orElseThrow();
        assertThat(again.permissions()).containsExactly(Permission.REQUEST);
        assertThat(again.name()).isEqualTo("R");

        var person = cast.hire("requester");
        roles.grant(person.id(), Set.of("engineer"), admin, now);
        back();
        assertThat(roles.of(person.id())).extracting(r -> r.code()).containsExactly("requester");

        var team = cast.team(null);
        var draft = TeamDraft.of(team);
        teams.edit(team.id(), new TeamDraft("别名", draft.tier(), null, draft.zone(), false), team.version(), admin, now);
        back();
        assertThat(TeamDraft.of(teams.find(team.id()).orElseThrow())).isEqualTo(draft);
        teams.staff(team.id(), Set.of(person.id()), admin, now);
        back();
        assertThat(teams.members(team.id())).isEmpty();

        var organization = cast.organization(false);
        organizations.edit(organization.code(), "新名", true, true, organization.version(), admin, now);
        back();
        var same = organizations.byCode(organization.code()).orElseThrow();
        assertThat(same.name()).isEqualTo(organization.name());
        assertThat(same.vip()).isFalse();
    }

    @Test
    void aRuleThatWasTakenOutStandsInItsPlaceAgain() {
        var now = clock.instant();
        var team = cast.team(null);
        var first = rules.create(draft("甲", team.id()), admin, now);
        var second = rules.create(draft("乙", team.id()), admin, now);
        rules.delete(first.id(), admin, now);
        back();
        assertThat(rules.all().stream().map(rule -> rule.id()).toList()).containsSubsequence(first.id(), second.id());
        rules.move(second.id(), -1, admin, now);
        back();
        assertThat(rules.all().stream().map(rule -> rule.id()).toList()).containsSubsequence(first.id(), second.id());
        var third = rules.create(draft("丙", team.id()), admin, now);
        back();
        assertThat(rules.all()).noneMatch(rule -> rule.id() == third.id());
        rules.delete(first.id(), admin, now);
        rules.delete(second.id(), admin, now);
    }

    @Test
    void aCategoryAServiceAGoalAndTheSettingsAreAsTheyWere() {
        var now = clock.instant();
        var category = categories.save(new Category(0, crowd.word("c"), null, "甲", 900, true), admin, now);
        categories.save(new Category(category.id(), category.code(), null, "乙", 900, true), admin, now);
        back();
        assertThat(categories.find(category.id()).orElseThrow().name()).isEqualTo("甲");

        var service = services.create(new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), admin, now);
        back();
        assertThat(services.find(service.id()).orElseThrow().active()).isFalse();

        double goal = targets.goal(Measure.MTTR);
        targets.aim(Map.of(Measure.MTTR, goal + 7), admin, now);
        back();
        assertThat(targets.goal(Measure.MTTR)).isEqualTo(goal);

        var chosen = preferences.chosen();
        preferences.change(
                new DeskPreferences.Chosen("临时", chosen.language(), chosen.zone(), chosen.catalogue()), admin, now);
        back();
        assertThat(preferences.chosen()).isEqualTo(chosen);
    }

    @Test
    void somethingNewerStandsInTheWayUntilItIsTakenBack() {
        var now = clock.instant();
        var role = roles.add(crowd.word("r"), "R", Set.of(Permission.REQUEST), admin, now);
        roles.edit(role.code(), "R1", Set.of(Permission.REQUEST), role.version(), admin, now);
        var first = newest();
        roles.edit(role.code(), "R2", Set.of(Permission.REQUEST), role.version() + 1, admin, now);
        var second = newest();
        assertRefused("journal.reversal_newer", first.id());
        reversals.reverse(second.id(), admin, now);
        assertRefused("journal.reversed_already", second.id());
        reversals.reverse(first.id(), admin, now);
        assertThat(roles.byCode(role.code()).orElseThrow().name()).isEqualTo("R");
    }

    @Test
    void whoMayReadTheAuditOnlyTakesNothingBack() {
        var now = clock.instant();
        var role = roles.add(crowd.word("r"), "R", Set.of(Permission.REQUEST), admin, now);
        roles.edit(role.code(), "R1", Set.of(Permission.REQUEST), role.version(), admin, now);
        var entry = newest();
        var auditor = http.as(cast.token(cast.hire("auditor")));
        auditor.post("/api/v1/audit/" + entry.id() + "/reversal").expect(403);
        var engineer = http.as(cast.token(cast.hire("engineer")));
        engineer.post("/api/v1/audit/" + entry.id() + "/reversal").expect(403);
        var token = http.as(cast.token(cast.hire("admin")));
        assertThat(token.get("/api/v1/audit?act=configured&limit=1")
                        .expect(200)
                        .json()
                        .at("/items/0/reversible")
                        .asBoolean())
                .isTrue();
        token.post("/api/v1/audit/" + entry.id() + "/reversal").expect(204);
        token.post("/api/v1/audit/" + entry.id() + "/reversal").expect(409);
        token.post("/api/v1/audit/999999999/reversal").expect(404);
        assertThat(roles.byCode(role.code()).orElseThrow().name()).isEqualTo("R");
    }

    @Test
    void aChangeIsTakenBackOnThePageOfTheAudit() {
        var now = clock.instant();
        var name = crowd.word("岗");
        var role = roles.add(crowd.word("r"), name, Set.of(Permission.REQUEST), admin, now);
        roles.edit(role.code(), "改过", Set.of(Permission.REQUEST), role.version(), admin, now);
        long id = newest().id();
        var somebody = crowd.withPassword(crowd.person(now, "admin"), now);
        try (var browser =
                Browser.desktop(http.root()).signIn(Objects.requireNonNull(somebody.login()), Crowd.PASSWORD)) {
            browser.open("/audit");
            browser.page()
                    .locator("form[action='/audit/" + id + "/reversal'] button")
                    .click();
            browser.page().getByText("撤回#" + id).waitFor();
            browser.isAccessible().fits().shot("audit-taken-back");
        }
        assertThat(roles.byCode(role.code()).orElseThrow().name()).isEqualTo(name);
    }

    private void back() {
        reversals.reverse(newest().id(), admin, clock.instant());
    }

    private Recorded newest() {
        return audit.list(new Audit.Search(null, null, "configured", null, null, null), new Paging(1, null), admin)
                .items()
                .getFirst();
    }

    private void assertRefused(String key, long entry) {
        assertThatThrownBy(() -> reversals.reverse(entry, admin, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo(key));
    }

    private static RuleDraft draft(String name, long team) {
        return new RuleDraft(name, null, null, null, null, List.of(name), null, team, true);
    }
}
