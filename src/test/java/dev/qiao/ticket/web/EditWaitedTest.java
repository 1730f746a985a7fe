package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.ticket.Matter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft of an edit waited while somebody else changed the ticket: both sides are there when it is opened again. */
class EditWaitedTest extends DeskStory {
    Me lin;

    @BeforeEach
    void aColleague() {
        lin = cast.join(team, cast.hire("engineer"));
    }

    @Test
    void bothSidesOfAFieldStandAboveTheFormAndWhoChoosesIsNotAskedAgain() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            write(desk, "[name=title]", "我的标题");
            change("title", "他的标题");
            var page = edit(desk);
            var clash = page.locator("#dock .clash");
            assertThat(clash).containsText("我的标题");
            assertThat(clash).containsText("他的标题");
            assertThat(clash).containsText(lin.name());
            assertThat(page.locator("#dock [name=title]")).hasValue("我的标题");
            desk.isAccessible().fits().shot("edit-waited");
            clash.getByText("他的标题").click();
            clash.getByText("我的标题").click();
            assertThat(page.locator("form.act .saved")).containsText("草稿已存");
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#top .title")).hasText("我的标题");
        }
        assertThat(matter().title()).isEqualTo("我的标题");
    }

    @Test
    void whoTakesTheOtherSideSendsTheOtherSide() {
        try (var desk = signedIn(zhou, Browser.phone(http.root()))) {
            write(desk, "[name=title]", "我的标题");
            write(desk, "[name=description]", "我的描述");
            change("title", "他的标题");
            var page = edit(desk);
            desk.isAccessible().fits();
            page.locator("#dock .clash").getByText("他的标题").click();
            assertThat(page.locator("#dock [name=title]")).hasValue("他的标题");
            page.locator("#dock .is-primary").click();
            page.locator("#dock .composer").waitFor();
        }
        assertThat(matter().title()).isEqualTo("他的标题");
        assertThat(matter().description()).isEqualTo("我的描述");
    }

    @Test
    void theQuestionStaysUntilItIsAnsweredAndWhoSendsWithBothInSightHasAnsweredIt() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            write(desk, "[name=title]", "我的标题");
            change("title", "他的标题");
            write(desk, "[name=tags]", "VPN");
            var page = edit(desk);
            assertThat(page.locator("#dock .clash fieldset")).hasCount(1);
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#top .title")).hasText("我的标题");
        }
        assertThat(matter().tags()).containsExactly("VPN");
    }

    @Test
    void whoGoesOnWritingInTheFieldHasChosen() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            write(desk, "[name=title]", "我的标题");
            change("title", "他的标题");
            var page = edit(desk);
            page.locator("#dock .clash").waitFor();
            page.locator("#dock [name=title]").fill("两个人的标题");
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#top .title")).hasText("两个人的标题");
        }
    }

    @Test
    void whatOnlyOneSideChangedIsNoQuestion() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            write(desk, "[name=title]", "我的标题");
            change("tags", List.of("VPN"));
            var page = edit(desk);
            assertThat(page.locator("#dock [name=title]")).hasValue("我的标题");
            assertThat(page.locator("#dock [name=tags]")).hasValue("VPN");
            assertThat(page.locator("#dock .clash")).hasCount(0);
        }
    }

    private void write(Browser desk, String field, String words) {
        var page = edit(desk);
        page.locator("#dock " + field).fill(words);
        assertThat(page.locator("form.act .saved")).containsText("草稿已存");
    }

    private Page edit(Browser desk) {
        var page = desk.open("/tickets/" + number + "/edit").page();
        page.locator("#dock [name=title]").waitFor();
        return page;
    }

    private void change(String field, Object value) {
        http.as(cast.token(lin))
                .patch("/api/v1/tickets/" + number, Map.of(field, value))
                .expect(200);
    }

    private Matter matter() {
        return tickets.find(number, zhou).matter();
    }
}
