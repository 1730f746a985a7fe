package dev.qiao.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.dispatch.Policy;
import dev.qiao.dispatch.Rule;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.people.Crowd;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Matter.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class RulePagesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    Rules rules;

    @Autowired
    Teams teams;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Db db;

    Team network;

    @BeforeEach
    void oneTeam() {
        network = cast.team(null);
    }

    @AfterEach
    void noRules() {
        db.sql("delete from dispatch.rule").update();
        db.sql("update dispatch.setting set default_team_id = null, accept_urgent = 10")
                .update();
    }

    @Test
    void anAdministratorWritesARule() {
        try (var admin = admin()) {
            admin.open("/rules/new");
            admin.page().locator("[name=name]").fill("网络故障");
            admin.page().locator("[name=kind]").selectOption("incident");
            admin.page().locator("[name=words]").fill("交换机，断网");
            admin.page().locator("[name=team]").selectOption(String.valueOf(network.id()));
            admin.isAccessible().fits().shot("rule-form");
            admin.page().locator("button.is-primary").click();
            admin.page().waitForURL("**/rules");
            admin.isAccessible().fits().shot("rules");
        }
        var rule = rules.all().getFirst();
        assertThat(rule.kind()).isEqualTo(Kind.INCIDENT);
        assertThat(rule.words()).containsExactly("交换机", "断网");
        assertThat(rule.team()).isEqualTo(network.id());
    }

    @Test
    void rulesMoveUpAndDownAndCanBeDeleted() {
        add("一");
        add("二");
        add("三");
        try (var admin = admin()) {
            admin.open("/rules");
            admin.page().getByLabel("把“三”上移").click();
            admin.page().getByLabel("把“一”下移").click();
            assertThat(names()).containsExactly("三", "一", "二");
            admin.page()
                    .getByText("二", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            admin.page().getByText("删除规则").click();
            admin.page().waitForURL("**/rules");
        }
        assertThat(names()).containsExactly("三", "一");
    }

    @Test
    void theDefaultTeamAndTheTimesAreSetUnderTheRules() {
        try (var admin = admin()) {
            admin.open("/rules");
            admin.page().locator("[name=team]").selectOption(String.valueOf(network.id()));
            admin.page().locator("[name=urgent]").fill("7");
            admin.page().locator("form.form button.is-primary").click();
            admin.page().getByText("已改").waitFor();
            admin.page().locator("[name=urgent][value='7']").waitFor();
        }
        assertThat(rules.policy().urgent()).hasMinutes(7);
        assertThat(rules.policy().defaultTeam()).isEqualTo(network.id());
    }

    @Test
    void aRuleForATeamThatIsRetiredIsMarkedAsWithoutEffect() {
        add("一");
        retire(network);
        rules.change(
                new Policy(
                        network.id(),
                        minutes(10),
                        minutes(30),
                        minutes(60),
                        rules.policy().version()),
                Me.QIAO,
                clock.instant());
        try (var admin = admin()) {
            admin.open("/rules");
            var row = admin.page().locator("#rules tbody tr").first();
            assertThat(row.innerText()).contains(network.name() + "（已停用）", "不起作用");
            assertThat(admin.page().locator("[name=team]").inputValue()).isEqualTo(String.valueOf(network.id()));
            admin.isAccessible().fits();
        }
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private void retire(Team team) {
        var off = new TeamDraft(team.name(), team.tier(), null, team.zone(), false);
        teams.edit(team.id(), off, team.version(), Me.QIAO, clock.instant());
    }

    private void add(String name) {
        var draft = new RuleDraft(name, null, null, null, null, List.of(), null, network.id(), true);
        rules.create(draft, Me.QIAO, clock.instant());
    }

    private List<String> names() {
        return rules.all().stream().map(Rule::name).toList();
    }

    private Browser admin() {
        var now = clock.instant();
        var admin = crowd.withPassword(crowd.person(now, "admin"), now);
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD);
    }
}
