package dev.qiao.ticket.form.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was answered to a form comes back with the fields that asked it, whatever became of the page or of the form meanwhile. */
@QiaoTest
class FormDraftsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Categories categories;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me zhou;
    Person boss;
    Http asAdmin;
    String word;
    Category access;
    Category other;

    @BeforeEach
    void aCategoryThatAsks() {
        var admin = cast.hire("admin");
        asAdmin = http.as(cast.token(admin));
        zhou = cast.join(cast.team(null), cast.hire("dispatcher", cast.organization(false)));
        crowd.withPassword(people.find(zhou.id()).orElseThrow(), clock.instant());
        boss = people.find(cast.hire("requester").id()).orElseThrow();
        word = crowd.word("asks").toLowerCase(java.util.Locale.ROOT);
        access = categories.save(new Category(0, word, null, "权限" + word, 1, true), admin, clock.instant());
        other = categories.save(new Category(0, word + "-b", null, "杂项" + word, 1, true), admin, clock.instant());
        asAdmin.post("/api/v1/forms", Map.of("code", word, "name", "申请" + word, "category", word))
                .expect(201);
        publish(system(), level(), parts(), boss(), paper());
    }

    private void publish(Object... fields) {
        asAdmin.post("/api/v1/forms/" + word + "/versions", Map.of("fields", List.of(fields)))
                .expect(201);
    }

    private static Map<String, Object> field(String code, String label, Map<String, Object> shape) {
        return Map.of("code", code, "label", label, "required", false, "shape", shape);
    }

    private static Map<String, Object> system() {
        return field("system", "哪个系统", Map.of("kind", "text", "lines", false));
    }

    private static Map<String, Object> level() {
        return field("level", "什么权限", Map.of("kind", "choice", "options", options()));
    }

    private static Map<String, Object> parts() {
        return field("parts", "要哪些", Map.of("kind", "choices", "options", options()));
    }

    private static Map<String, Object> boss() {
        return field("boss", "谁批的", Map.of("kind", "person"));
    }

    private static Map<String, Object> paper() {
        return field("paper", "审批单", Map.of("kind", "file", "most", 2));
    }

    private static List<Map<String, String>> options() {
        return List.of(Map.of("code", "read", "name", "只读"), Map.of("code", "admin", "name", "管理"));
    }

    private Browser signedIn() {
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(zhou.login()), Crowd.PASSWORD);
    }

    private static Locator at(Browser desk, String selector) {
        return desk.page().locator(selector);
    }

    private void answer(Browser desk) {
        at(desk, "[name=title]").fill("要看账");
        at(desk, "[name=category]").selectOption(Long.toString(access.id()));
        at(desk, "[name='fields.system']").fill("财务系统");
        at(desk, "[name='fields.level']").selectOption("admin");
        at(desk, "[name='fields.parts.read']").check();
        at(desk, "#find-boss").pressSequentially(boss.name());
        at(desk, "[data-found='fields.boss'] [type=radio]").first().check();
        at(desk, "[data-files-for='fields.paper']")
                .setInputFiles(new FilePayload("审批.pdf", "application/pdf", new byte[] {1, 2}));
        assertThat(at(desk, "[data-code=paper] .file")).containsText("审批.pdf");
        saved(desk);
    }

    private static void saved(Browser desk) {
        desk.page().waitForTimeout(700);
        assertThat(at(desk, ".saved")).containsText("草稿已存");
    }

    private void isAllThere(Browser desk) {
        assertThat(at(desk, "[name=category]")).hasValue(Long.toString(access.id()));
        assertThat(at(desk, "[name='fields.system']")).hasValue("财务系统");
        assertThat(at(desk, "[name='fields.level']")).hasValue("admin");
        assertThat(at(desk, "[name='fields.parts.read']")).isChecked();
        assertThat(at(desk, "[name='fields.parts.admin']")).not().isChecked();
        assertThat(at(desk, "[data-found='fields.boss'] :checked")).hasValue(boss.login());
        assertThat(at(desk, "[data-code=paper] .file")).containsText("审批.pdf");
    }

    private Map<String, Object> sent(Browser desk) {
        at(desk, ".form .is-primary").click();
        desk.page().waitForURL(url -> url.matches(".*/tickets/\\d+"));
        var number = desk.page().url().replaceAll(".*/", "");
        var told = http.as(cast.token(zhou))
                .get("/api/v1/tickets/" + number)
                .expect(200)
                .json();
        return Map.of(
                "category",
                told.get("category").get("code").asString(),
                "fields",
                told.get("fields").toString());
    }

    @Test
    void aCategoryItsFieldsAndTheirAnswersComeBackAfterAReload() {
        try (var desk = signedIn()) {
            desk.open("/tickets/new");
            answer(desk);
            desk.open("/tickets/new");
            isAllThere(desk);
            desk.isAccessible().fits().shot("form-draft");
            at(desk, "[name=title]").fill("要看账，月底前");
            saved(desk);
            desk.open("/tickets/new");
            isAllThere(desk);
            var sent = sent(desk);
            assertThat(sent).containsEntry("category", word);
            assertThat(sent.get("fields").toString()).contains("财务系统", "管理", boss.login(), "审批.pdf");
            desk.open("/tickets/new");
            assertThat(at(desk, "[name=category]")).hasValue("");
            assertThat(at(desk, "[data-asked]")).hasCount(0);
        }
    }

    @Test
    void answersToACategoryOutliveAnotherOneAndAReload() {
        try (var desk = signedIn()) {
            desk.open("/tickets/new");
            answer(desk);
            at(desk, "[name=category]").selectOption(Long.toString(other.id()));
            assertThat(at(desk, "[data-asked]")).hasCount(0);
            saved(desk);
            desk.open("/tickets/new");
            assertThat(at(desk, "[name=category]")).hasValue(Long.toString(other.id()));
            at(desk, "[name=category]").selectOption(Long.toString(access.id()));
            assertThat(at(desk, "[name='fields.system']")).hasValue("财务系统");
            assertThat(at(desk, "[name='fields.parts.read']")).isChecked();
        }
    }

    @Test
    void aFieldThatIsRemovedWhileTheFormIsOpenTakesNothingAway() {
        try (var desk = signedIn()) {
            desk.open("/tickets/new");
            answer(desk);
            publish(level());
            assertThat(sent(desk).get("fields").toString()).contains("财务系统", "管理", boss.login(), "审批.pdf");
        }
    }

    @Test
    void aFieldThatIsRemovedBeforeAReloadComesBackWithWhatWasTyped() {
        try (var desk = signedIn()) {
            desk.open("/tickets/new");
            answer(desk);
            publish(level());
            desk.open("/tickets/new");
            isAllThere(desk);
            assertThat(sent(desk).get("fields").toString()).contains("财务系统", "管理", boss.login(), "审批.pdf");
        }
    }

    @Test
    void aFormOfTheCatalogueIsGoneOnWithAsItWasBegun() {
        try (var desk = signedIn()) {
            desk.open("/tickets/new?form=" + word);
            at(desk, "[name='fields.system']").fill("财务系统");
            saved(desk);
            publish(level());
            desk.open("/tickets/new?form=" + word);
            assertThat(at(desk, "[name='fields.system']")).hasValue("财务系统");
        }
    }
}
