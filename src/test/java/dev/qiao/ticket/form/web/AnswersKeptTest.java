package dev.qiao.ticket.form.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.Forms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that somebody began to change and that somebody else changed before they came back. */
@QiaoTest
class AnswersKeptTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Forms forms;

    @Autowired
    Answers answers;

    @Autowired
    Tickets tickets;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void aDraftOfAnAnswerStandsBesideWhatSomebodyElseAnswered() {
        var admin = http.as(cast.token(cast.hire("admin")));
        var zhou = cast.join(cast.team(null), cast.hire("dispatcher", cast.organization(false)));
        var login =
                Objects.requireNonNull(crowd.withPassword(people.find(zhou.id()).orElseThrow(), clock.instant())
                        .login());
        var code = crowd.word("kept").toLowerCase(Locale.ROOT);
        admin.post("/api/v1/forms", Map.of("code", code, "name", "申请")).expect(201);
        var text = Map.of("kind", "text", "lines", true);
        var why = Map.of("code", "why", "label", "为什么", "required", false, "shape", text);
        admin.post("/api/v1/forms/" + code + "/versions", Map.of("fields", List.of(why)))
                .expect(201);
        var version = Objects.requireNonNull(forms.find(code).current()).id();
        var asked = new Filled(version, Map.of("why", List.of("结账")));
        long number = tickets.open(Draft.titled("改答案", zhou, Source.WEB).filled(asked), clock.instant())
                .number();
        var path = "/tickets/" + number + "/answers/edit";
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var field = desk.open(path).page().locator("[name='fields.why']");
            var clash = desk.page().locator(".clash");
            field.fill("草稿里的话");
            desk.page().waitForTimeout(700);
            assertThat(desk.page().locator(".saved")).containsText("草稿已存");
            desk.open(path);
            assertThat(field).hasValue("草稿里的话");
            assertThat(clash).hasCount(0);
            answers.change(number, null, Map.of("why", List.of("审计")), zhou, clock.instant());
            for (int time = 0; time < 2; time++) {
                desk.open(path);
                assertThat(clash).containsText("审计");
                assertThat(clash).containsText("草稿里的话");
            }
            desk.isAccessible().fits();
            clash.getByText("审计").click();
            assertThat(field).hasValue("审计");
        }
    }
}
