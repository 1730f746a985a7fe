package dev.qiao.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import dev.qiao.base.Refused;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Wants;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.skill.Skills;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever deletes a part of the configuration has a way back at once, though they may not read the audit. */
@QiaoTest
class DeletedTest {
    @Autowired
    Rosters rosters;

    @Autowired
    Skills skills;

    @Autowired
    Wants wants;

    @Autowired
    Rules rules;

    @Autowired
    Services services;

    @Autowired
    Reversals reversals;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me admin;

    @BeforeEach
    void anAdministrator() {
        admin = able(cast.hire("admin"));
    }

    @Test
    void aLeadTakesBackThatALayerWasDeleted() {
        var lead = able(cast.hire("lead"));
        var team = cast.team(lead);
        var layer = layer(team, lead);
        try (var browser = as(lead)) {
            browser.open("/teams/" + team.code() + "/layers/" + layer + "/edit");
            browser.page().locator("button[hx-delete]").click();
            assertThat(browser.page().locator(".toast")).containsText("班次已删掉");
            assertThat(rosters.layers(team.id())).isEmpty();
            browser.page().locator(".toast button").click();
            assertThat(browser.page().getByText("白班").first()).isVisible();
            assertThat(rosters.layers(team.id())).extracting(each -> each.id()).containsExactly(layer);
        }
    }

    @Test
    void onlyWhoeverDeletedItAndOnlyOnce() {
        var lead = cast.hire("lead");
        var team = cast.team(lead);
        long layer = layer(team, lead);
        var thing = String.valueOf(layer);
        refused(team, thing, lead);
        rosters.remove(team.id(), layer, admin, clock.instant());
        refused(team, thing, lead);
        reversals.bringBack(Rosters.LAYER, Rosters.KIND, team.id(), thing, admin, clock.instant());
        refused(team, thing, admin);
        assertThat(rosters.layers(team.id())).hasSize(1);
    }

    @Test
    void aSkillAWantAndARuleComeBackFromTheLineThatSaysTheyAreGone() {
        var now = clock.instant();
        var skill = skills.add(crowd.word("s"), crowd.word("技能"), admin, now);
        var service = services.create(new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), admin, now);
        var want = new Want(Want.Kind.SERVICE, service.id(), skill.id(), 3);
        wants.put(want, admin, now);
        var draft = new RuleDraft(
                "甲", null, null, null, null, List.of("甲"), null, cast.team(null).id(), true);
        var rule = rules.create(draft, admin, now);
        try (var browser = as(admin)) {
            var page = browser.open("/wants").page();
            page.locator("form[hx-delete='/wants/service/" + service.id() + "/" + skill.id() + "'] button")
                    .click();
            assertThat(page.locator(".toast")).containsText("不再要求这项技能");
            page.locator(".toast button").click();
            assertThat(page.locator("form[hx-delete='/wants/service/" + service.id() + "/" + skill.id() + "']"))
                    .isVisible();
            assertThat(wants.all()).contains(want);
            wants.remove(Want.Kind.SERVICE, service.id(), skill.id(), admin, now);

            browser.open("/skills")
                    .page()
                    .locator("form[hx-delete='/skills/" + skill.id() + "'] button")
                    .click();
            assertThat(page.locator(".toast")).containsText("技能已删掉");
            page.locator(".toast button").click();
            assertThat(page.locator("form[hx-delete='/skills/" + skill.id() + "']"))
                    .isVisible();

            browser.open("/rules/" + rule.id() + "/edit")
                    .page()
                    .locator("[hx-delete='/rules/" + rule.id() + "']")
                    .click();
            assertThat(page.locator(".toast")).containsText("规则已删掉");
            page.locator(".toast button").click();
            assertThat(page.locator("a[href='/rules/" + rule.id() + "/edit']").first())
                    .isVisible();
            assertThat(rules.all()).anyMatch(each -> each.id() == rule.id());
        }
        rules.delete(rule.id(), admin, now);
    }

    private long layer(Team team, Me by) {
        var member = cast.join(team, cast.hire("engineer"));
        var draft = LayerDraft.fixed("白班", LocalDateTime.parse("2026-03-02T09:00"), Set.of(member.id()), List.of());
        return rosters.add(team.id(), draft, by, clock.instant()).id();
    }

    private void refused(Team team, String thing, Me me) {
        assertThatThrownBy(
                        () -> reversals.bringBack(Rosters.LAYER, Rosters.KIND, team.id(), thing, me, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    private Me able(Me me) {
        crowd.withPassword(people.find(me.id()).orElseThrow(), clock.instant());
        return me;
    }

    private Browser as(Me me) {
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD);
    }
}
