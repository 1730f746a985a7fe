package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.base.settings.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ctrl+K finds what there is, by the word on it, and nothing that somebody may not open. */
class PaletteTest extends DeskStory {
    @Test
    void everyActOfATicketIsFoundByItsWord() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            reader.settled();
            for (var word : List.of("受理", "催办", "宏", "合并", "关联", "拆分", "清单", "工时", "跟进", "关注", "常用回复", "内部备注", "快捷键")) {
                page.keyboard().press("Control+k");
                page.locator(".palette input").fill(word);
                assertThat(page.locator(".palette button[role=option]").first()).containsText(word);
                page.keyboard().press("Escape");
            }
            page.keyboard().press("Control+k");
            page.locator(".palette input").fill("拆分");
            assertThat(page.locator(".palette [aria-selected=true]")).containsText("拆分");
            page.keyboard().press("Enter");
            assertThat(page.locator("#dock form[action$='/split']")).isVisible();
        }
    }

    @Test
    void pagesOfTheDeskAndOnesOwnAreFoundByTheirWords() {
        var desk = entered(zhou);
        finds(desk, "看板", "/tickets/board");
        finds(desk, "日历", "/tickets/calendar");
        finds(desk, "主题", "/me#appearance");
        finds(desk, "深色", "/me#appearance");
        finds(desk, "语言", "/me#reading");
        finds(desk, "密码", "/me#mine-password");
        finds(desk, "二次验证", "/me/factor");
        finds(desk, "未派单", "/tickets?view=unassigned");
        finds(desk, String.valueOf(zheng.login()), "/tickets?view=all&amp;requester=");
        finds(desk, team.code(), "/teams/" + team.code());
        for (var word : List.of("默认时区", "QIAO_SMTP_URL", "标准", "cn-work", "auditor"))
            assertThat(palette(desk, word)).as(word).doesNotContain("/settings", "/agreements", "/calendars", "/roles");
    }

    @Test
    void anAdministratorFindsEachSettingAndWhateverIsConfigured() {
        var admin = entered(cast.hire("admin"));
        finds(admin, "默认时区", "/settings?q=zone");
        finds(admin, "服务台名称", "/settings?q=name");
        for (var setting : Setting.values()) {
            finds(admin, setting.variable(), "/settings?q=" + setting.variable());
            finds(admin, setting.key(), "/settings?q=" + setting.variable());
        }
        finds(admin, "标准", "/agreements/standard/edit");
        finds(admin, "cn-work", "/calendars/cn-work");
        finds(admin, "审计员", "/roles/auditor/edit");
        finds(admin, team.name(), "/teams/" + team.code());
        finds(admin, "重算承诺", "/clocks/repair");
        finds(admin, "名单", "/people/imports/new");
        finds(admin, String.valueOf(zheng.login()), "/people/" + zheng.id());
    }

    private static void finds(Http who, String words, String path) {
        assertThat(palette(who, words)).as(words).contains("href=\"" + path);
    }

    private static String palette(Http who, String words) {
        return who.get("/palette?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .text();
    }
}
