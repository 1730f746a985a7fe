package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.people.PersonDraft;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.form.Answer;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.Forms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is offered no longer still stands where it stood: who changes something else does not lose it. */
class RetiredTest extends DeskStory {
    @Autowired
    Services services;

    @Autowired
    Rules rules;

    @Autowired
    Forms forms;

    @Autowired
    Answers answers;

    String code;
    Service service;
    Me admin;

    @BeforeEach
    void aService() {
        code = crowd.word("retired").toLowerCase(Locale.ROOT);
        admin = cast.hire("admin");
        service = services.create(
                new ServiceDraft(code, "老门禁", false, null, List.of(team.id()), true), admin, clock.instant());
    }

    private void retire() {
        var draft = new ServiceDraft(code, "老门禁", false, null, List.of(team.id()), false);
        service = services.update(service.id(), service.version(), draft, admin, clock.instant());
    }

    @Test
    void aTicketKeepsItsServiceWhenItsTitleChanges() {
        var draft = Draft.titled("门禁刷不开", zheng, Source.PHONE).service(service.id());
        long number = tickets.open(draft, clock.instant()).number();
        tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), clock.instant());
        retire();
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/edit").page();
            assertThat(page.locator("#service option:checked")).hasText("老门禁（已停用）");
            page.locator("[name=title]").fill("门禁刷卡没反应");
            page.locator("form.act .is-primary").click();
            page.waitForURL("**/tickets/" + number);
        }
        var matter = tickets.find(number, zhou).matter();
        assertThat(matter.title()).isEqualTo("门禁刷卡没反应");
        assertThat(matter.service()).isEqualTo(service.id());
    }

    @Test
    void aRuleKeepsItsConditionWhenItsNameChanges() {
        var draft = new RuleDraft("门禁", null, null, service.id(), null, List.of(), null, team.id(), true);
        long rule = rules.create(draft, admin, clock.instant()).id();
        retire();
        try (var desk = signedIn(admin, Browser.desktop(http.root()))) {
            var page = desk.open("/rules/" + rule + "/edit").page();
            page.locator("[name=name]").fill("门禁组");
            page.locator("form.form .is-primary").click();
            page.waitForURL("**/rules");
            assertThat(rules.find(rule).name()).isEqualTo("门禁组");
            assertThat(rules.find(rule).service()).isEqualTo(service.id());
        } finally {
            rules.delete(rule, admin, clock.instant());
        }
    }

    @Test
    void answersKeepThoseWhoHaveNoLoginAndWhatIsNotOffered() {
        var caller = people.add(
                new PersonDraft(null, "来电人", null, "13800000000", null, 0), Set.of(), Me.QIAO, clock.instant());
        var asAdmin = http.as(cast.token(admin));
        asAdmin.post("/api/v1/forms", Map.of("code", code, "name", "门禁申请")).expect(201);
        var fields = List.of(
                field("who", Map.of("kind", "person")),
                field("what", Map.of("kind", "service")),
                field("why", Map.of("kind", "text", "lines", false)));
        asAdmin.post("/api/v1/forms/" + code + "/versions", Map.of("fields", fields))
                .expect(201);
        var version = Objects.requireNonNull(forms.find(code).current()).id();
        var given = Map.of("who", List.of(caller.code()), "what", List.of(code), "why", List.of("换卡"));
        long number = tickets.open(
                        Draft.titled("申请门禁", zhou, Source.PHONE).filled(new Filled(version, given)), clock.instant())
                .number();
        retire();
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/answers/edit").page();
            page.locator("[name='fields.why']").fill("丢了");
            page.locator("form .is-primary").last().click();
            page.waitForURL("**/tickets/" + number);
        }
        var now = answers.of(tickets.find(number, zhou)).orElseThrow().answers();
        assertThat(now)
                .containsEntry("who", new Answer.Somebody(caller.id()))
                .containsEntry("what", new Answer.Provided(service.id()))
                .containsEntry("why", new Answer.Words("丢了"));
    }

    private static Map<String, Object> field(String code, Map<String, Object> shape) {
        return Map.of("code", code, "label", code, "required", false, "shape", shape);
    }
}
