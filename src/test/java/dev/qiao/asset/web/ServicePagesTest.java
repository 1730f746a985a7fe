package dev.qiao.asset.web;

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
import dev.qiao.people.Token;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class ServicePagesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    Services services;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void anAdministratorAddsAServiceWithTheTeamsThatCareForIt() {
        var first = cast.team(null);
        var second = cast.team(null);
        var code = crowd.word("mail");
        try (var admin = admin()) {
            admin.open("/services/new");
            admin.page().locator("[name=name]").fill("邮件");
            admin.page().locator("[name=code]").fill(code);
            admin.page().locator("#team-0").selectOption(String.valueOf(first.id()));
            admin.page().locator("#team-1").selectOption(String.valueOf(second.id()));
            admin.page().locator("[name=critical]").check();
            admin.isAccessible().fits().shot("service-form");
            admin.page().locator("button.is-primary").click();
            admin.page().waitForURL("**/services");
            admin.isAccessible().fits().shot("services");
        }
        var service = services.byCode(code).orElseThrow();
        assertThat(service.critical()).isTrue();
        assertThat(service.teams()).containsExactly(first.id(), second.id());
        assertThat(services.caredForBy(second.id())).contains(service);
    }

    @Test
    void aCodeThatIsTakenIsToldUnderItsField() {
        var code = crowd.word("erp");
        services.create(new ServiceDraft(code, "财务", true, null, List.of(), true), Me.QIAO, clock.instant());
        try (var admin = admin()) {
            admin.open("/services/new");
            admin.page().locator("[name=name]").fill("财务二");
            admin.page().locator("[name=code]").fill(code);
            admin.page().locator("button.is-primary").click();
            admin.page().getByText("已有服务在用").waitFor();
            assertThat(admin.page().locator("[name=name]").inputValue()).isEqualTo("财务二");
        }
    }

    @Test
    void whatAServiceRestsOnIsTickedAndShownOnBothPages() {
        var now = clock.instant();
        var below = crowd.word("core");
        var above = crowd.word("shop");
        services.create(new ServiceDraft(below, "核心数据库", true, null, List.of(), true), Me.QIAO, now);
        services.create(new ServiceDraft(above, "网上商店", false, null, List.of(), true), Me.QIAO, now);
        try (var admin = admin()) {
            admin.open("/services/" + above + "/edit");
            admin.page()
                    .locator("[name=restsOn][value='"
                            + services.byCode(below).orElseThrow().id() + "']")
                    .check();
            admin.isAccessible();
            admin.page().locator("button.is-primary").click();
            admin.page().waitForURL("**/services");
            admin.open("/services/" + above).isAccessible().fits().shot("service");
            admin.page().locator("main").getByText("核心数据库").click();
            admin.page().waitForURL("**/services/" + below);
            admin.page().locator("main").getByText("网上商店").waitFor();
        }
        var one = http.as(crowd.token(crowd.person(now, "engineer").id(), Token.Scope.READ, now))
                .get("/api/v1/services/" + below)
                .expect(200)
                .json();
        assertThat(one.path("carries").get(0).path("code").asString()).isEqualTo(above);
        var outside =
                http.as(token()).get("/api/v1/services/" + below).expect(200).json();
        assertThat(outside.path("carries")).isEmpty();
    }

    @Test
    void programsReadServicesPageByPage() {
        var team = cast.team(null);
        for (int i = 0; i < 3; i++) {
            var draft = new ServiceDraft(crowd.word("s"), "服务" + i, false, null, List.of(team.id()), true);
            services.create(draft, Me.QIAO, clock.instant());
        }
        var reader = http.as(token());
        var page = reader.get("/api/v1/services?limit=2").expect(200).json();
        assertThat(page.path("items")).hasSize(2);
        var next = reader.get(
                        "/api/v1/services?limit=200&cursor=" + page.path("next").asString())
                .expect(200)
                .json();
        assertThat(page.path("items").size() + next.path("items").size())
                .isEqualTo(services.all().size());
        var code = services.caredForBy(team.id()).getFirst().code();
        var one = reader.get("/api/v1/services/" + code).expect(200).json();
        assertThat(one.path("teams").get(0).path("code").asString()).isEqualTo(team.code());
        reader.get("/api/v1/services/nothing").expect(404);
    }

    private String token() {
        var now = clock.instant();
        return crowd.token(crowd.person(now, "requester").id(), Token.Scope.READ, now);
    }

    private Browser admin() {
        var now = clock.instant();
        var admin = crowd.withPassword(crowd.person(now, "admin"), now);
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD);
    }
}
