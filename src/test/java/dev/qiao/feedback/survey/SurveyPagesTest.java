package dev.qiao.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.feedback.Endings;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A survey from the form to the phone and to the figures. */
@QiaoTest
class SurveyPagesTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Endings endings;

    @Autowired
    Surveys surveys;

    @Autowired
    Workers workers;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me manager;
    Me engineer;
    Instant now;

    @BeforeEach
    void aDesk() {
        now = clock.advance(Duration.ofHours(1));
        workers.crank(now);
        engineer = cast.join(cast.team(null), cast.hire("engineer"));
        manager = cast.hire("manager");
    }

    /** Other tests close tickets too. */
    @AfterEach
    void nothingIsSentAnyMore() {
        db.sql("update feedback.survey set active = false").update();
    }

    @Test
    void anAdministratorMakesItAPersonAnswersOnThePhoneAndTheManagerReads() {
        var admin = cast.hire("admin");
        try (var desk = Browser.desktop(http.root()).signIn(login(admin), Crowd.PASSWORD)) {
            desk.open("/surveys/new").isAccessible().fits().shot("survey-form");
            desk.page().locator("[name=name]").fill("这次服务怎么样");
            desk.page().locator("[name=percent]").fill("100");
            var texts = desk.page().locator("[name=text]");
            texts.nth(0).fill("满意吗");
            desk.page().locator("[name=kind]").nth(1).selectOption("choice");
            texts.nth(1).fill("怎么找到我们");
            desk.page().locator("[name=choices]").nth(1).fill("网页 | 电话");
            desk.page().locator("[name=kind]").nth(2).selectOption("number");
            texts.nth(2).fill("会推荐吗");
            desk.page().locator("[name=kind]").nth(3).selectOption("words");
            texts.nth(3).fill("还想说");
            desk.page().locator("button.is-primary").click();
            desk.page().waitForURL("**/surveys");
            desk.isAccessible().fits().shot("surveys");
        }
        var user = cast.hire("requester", cast.organization(false));
        endings.closed(manager, engineer, user, false, now);
        workers.crank(now);
        try (var phone = Browser.phone(http.root()).signIn(login(user), Crowd.PASSWORD)) {
            phone.open("/").isAccessible().fits();
            phone.page().getByText("这次服务怎么样").click();
            phone.page().locator("form.survey").waitFor();
            phone.isAccessible().fits().shot("survey-phone");
            phone.page().locator(".faces label").nth(4).click();
            phone.page().locator(".pick label").nth(1).click();
            phone.page().locator(".scale label").nth(9).click();
            phone.page().locator("textarea").fill("很快");
            phone.page().locator("form.survey button.is-primary").click();
            phone.page().getByText("已经答过").waitFor();
        }
        long id = surveys.all(manager).stream()
                .filter(s -> s.name().equals("这次服务怎么样") && s.active())
                .findFirst()
                .orElseThrow()
                .id();
        try (var desk = Browser.desktop(http.root()).signIn(login(manager), Crowd.PASSWORD)) {
            desk.open("/surveys/" + id).isAccessible().fits().shot("survey-results");
        }
        var json = http.as(cast.token(manager))
                .get("/api/v1/surveys/" + id + "/results")
                .expect(200)
                .json();
        assertThat(json.get("answered").asLong()).isOne();
        assertThat(json.get("rate").asDouble()).isEqualTo(100);
        http.as(cast.token(engineer)).get("/api/v1/surveys").expect(403);
    }

    private String login(Me me) {
        return Objects.requireNonNull(
                crowd.withPassword(people.find(me.id()).orElseThrow(), now).login());
    }
}
