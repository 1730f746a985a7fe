package dev.qiao.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.DeskPreferences;
import dev.qiao.base.Health;
import dev.qiao.base.Me;
import dev.qiao.base.web.Languages;
import dev.qiao.journal.Reader;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Priorities;
import dev.qiao.ticket.Priorities.Matrix;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class AdminPagesTest {
    @Autowired
    List<Health> all;

    @Autowired
    List<Reader> readers;

    @Autowired
    Languages languages;

    @Autowired
    Crowd crowd;

    @Autowired
    DeskPreferences preferences;

    @Autowired
    Categories categories;

    @Autowired
    Priorities priorities;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void theNameOfTheDeskIsSetAndStandsOnEveryPage() {
        var before = preferences.chosen();
        var name = crowd.word("运维台");
        try (var admin = admin()) {
            admin.open("/settings");
            admin.page().locator("[name=name]").fill(name);
            admin.isAccessible().fits().shot("settings");
            admin.page().locator("button.is-primary").click();
            admin.page().locator(".toast").getByText("已存").waitFor();
            assertThat(admin.page().url()).endsWith("/settings");
            admin.open("/settings");
            assertThat(admin.page().locator(".brand").innerText()).contains(name);
            admin.open("/audit");
            assertThat(admin.page().locator("tbody").first().innerText()).contains(name);
            admin.isAccessible().fits().shot("audit");
        } finally {
            preferences.change(before, Me.QIAO, clock.instant());
        }
    }

    @Test
    void aZoneThatThereIsNotIsToldUnderItsField() {
        try (var admin = admin()) {
            admin.open("/settings");
            admin.page().locator("[name=zone]").fill("Mars/Olympus");
            admin.page().locator("button.is-primary").click();
            admin.page().getByText("没有“Mars/Olympus”这个时区").waitFor();
        }
        assertThat(preferences.zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void theConditionOfTheDeskIsSeenAtAGlance() {
        try (var admin = admin()) {
            admin.open("/admin");
            assertThat(admin.page().locator("tbody").innerText())
                    .contains("数据库", "日志只能增加，不能改", "最早没结束的事务")
                    .doesNotContain("enforced", "keep up", "behind_", "QIAO_PASSPHRASE is");
            admin.isAccessible().fits().shot("condition");
            admin.open("/parked");
            admin.isAccessible().fits();
        }
    }

    @Test
    void everyPartOfTheDeskIsExplainedInEveryLanguage() {
        for (var language : List.of("zh-CN", "zh-TW", "en"))
            for (var health : all) {
                var lang = languages.of(Locale.forLanguageTag(language));
                assertThat(lang.t("admin.part." + health.name())).doesNotContain("admin.part");
                assertThat(lang.t(
                                "admin.finding." + health.name() + "."
                                        + health.look().code(),
                                ""))
                        .doesNotContain("admin.finding");
            }
        assertThat(readers)
                .filteredOn(reader -> !reader.getClass().getName().contains("Test"))
                .allMatch(reader -> languages.of(Locale.ENGLISH).has("admin.reader." + reader.name()));
    }

    @Test
    void aSettingIsFoundByItsWordsAndWhatIsSetElsewhereToo() {
        try (var admin = admin()) {
            for (var word : List.of("备份", "邮件", "端口", "口令"))
                assertThat(admin.open("/settings?q=" + word)
                                .page()
                                .locator("table")
                                .first()
                                .innerText())
                        .contains(word);
            assertThat(admin.open("/settings?q=优先级")
                            .page()
                            .locator("#settings a[href='/priorities']")
                            .count())
                    .isEqualTo(1);
            for (var word : List.of("VIP", "貴賓"))
                assertThat(admin.open("/settings?q=" + word)
                                .page()
                                .locator("#settings a[href='/organizations']")
                                .count())
                        .isEqualTo(1);
            assertThat(admin.open("/settings?q=backup")
                            .page()
                            .locator("table")
                            .first()
                            .innerText())
                    .contains("备份文件夹");
            admin.isAccessible().fits();
        }
    }

    @Test
    void aCategoryIsAddedBelowAnother() {
        var code = crowd.word("hardware.scanner");
        try (var admin = admin()) {
            admin.open("/categories/new?parent=hardware");
            admin.page().locator("[name=name]").fill("扫描仪");
            admin.page().locator("[name=code]").fill(code);
            admin.isAccessible().fits().shot("category-form");
            admin.page().locator("button.is-primary").click();
            admin.page().waitForURL("**/categories");
            admin.isAccessible().fits().shot("categories");
        }
        var category = categories.byCode(code).orElseThrow();
        assertThat(categories.path(category.id())).extracting(c -> c.name()).containsExactly("硬件", "扫描仪");
    }

    @Test
    void theMatrixIsChangedForTicketsToCome() {
        var before = priorities.matrix();
        try (var admin = admin()) {
            admin.open("/priorities");
            admin.page().locator("[name=low_high]").selectOption("important");
            admin.isAccessible().fits().shot("priorities");
            admin.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("POST"),
                            () -> admin.page().locator("button.is-primary").click());
            assertThat(priorities.matrix().of(Level.LOW, Level.HIGH)).isEqualTo(Priority.IMPORTANT);
        } finally {
            priorities.change(new Matrix(before.cells()), Me.QIAO, clock.instant());
        }
    }

    private Browser admin() {
        var now = clock.instant();
        var admin = crowd.withPassword(crowd.person(now, "admin"), now);
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD);
    }
}
