package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.split.Splits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a ticket of which much was said, any of it can become another ticket. */
class EarlierWordsTest extends DeskStory {
    private static final int SAID = 2 * Splits.MOST + 30;

    @Test
    void theEarliestWordsAreReachedByTheKeyboardChosenAndSplitOff() {
        talk();
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/split/new").page();
            var words = page.locator("form.act [name=comment]");
            assertThat(words).hasCount(Splits.MOST);
            page.locator("form.act [name=title]").fill("打印机");
            words.last().check();
            page.locator("#earlier-words").focus();
            page.keyboard().press("Enter");
            assertThat(words).hasCount(2 * Splits.MOST);
            assertThat(words.last()).isChecked();
            assertThat(page.locator("#earlier-words")).isFocused();
            page.keyboard().press("Enter");
            assertThat(words).hasCount(SAID);
            assertThat(page.locator("#earlier-words")).hasText("前面没有别的话");
            desk.isAccessible().fits();
            page.waitForResponse("**/drafts", () -> words.first().check());

            page = desk.open("/tickets/" + number + "/split/new").page();
            var again = page.locator("form.act [name=comment]");
            assertThat(again).hasCount(SAID);
            assertThat(again.first()).isChecked();
            page.locator("form.act .is-primary").click();
            assertThat(page.locator("#top .title")).hasText("打印机");
            assertThat(page.locator("#talk .say")).hasCount(3);
        }
    }

    @Test
    void whatWasSaidMeanwhileHidesNothingAndShowsNothingTwice() {
        talk();
        var desk = entered(zhou);
        var first =
                first(desk.get("/tickets/" + number + "/split/new").expect(200).text());
        conversation.say(number, "刚说的", Audience.PUBLIC, List.of(), zheng, clock.instant());
        var more = desk.get("/tickets/" + number + "/split?before=" + first + "&many=" + Splits.MOST)
                .expect(200)
                .text();
        assertThat(more).doesNotContain("刚说的").doesNotContain("value=\"" + first + "\"");
        assertThat(more).contains("第" + (SAID - Splits.MOST) + "句");
    }

    @Test
    void whereLittleWasSaidNothingElseIsOffered() {
        conversation.say(number, "一句", Audience.PUBLIC, List.of(), zheng, clock.instant());
        assertThat(entered(zhou)
                        .get("/tickets/" + number + "/split/new")
                        .expect(200)
                        .text())
                .doesNotContain("id=\"earlier-words\"");
    }

    private void talk() {
        for (int i = 1; i <= SAID; i++)
            conversation.say(number, "第" + i + "句", Audience.PUBLIC, List.of(), zheng, clock.instant());
    }

    private static String first(String page) {
        return page.replaceAll("(?s)^.*?name=\"comment\" value=\"(\\d+)\".*$", "$1");
    }
}
