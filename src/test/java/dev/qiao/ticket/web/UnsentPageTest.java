package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Editing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody wrote and did not send is found again, also where its page is out of their sight. */
class UnsentPageTest extends DeskStory {
    private static final String WRITTEN = "重启了B座的读卡器，还换了一根网线";
    private static final String PAGE = "/me/drafts";

    @Autowired
    Drafts drafts;

    @Autowired
    Editing editing;

    @Test
    void wordsOnATicketThatWentOutOfSightAreReadCopiedAndLetGoAndTakenBack() {
        var form = "ticket-" + number + ".internal";
        save(form, Map.of("text", WRITTEN));
        outOfSight();
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            desk.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = desk.open("/tickets/" + number).page();
            assertThat(page.locator("main.is-refused")).isVisible();
            page.getByText("您写了还没发的话还在").click();
            desk.isAccessible().fits().shot("unsent");
            var item = page.locator("[data-left='" + form + "']");
            assertThat(item).containsText("工单" + number + "，现在看不到了");
            assertThat(item).not().containsText("CRM");
            assertThat(item).containsText(WRITTEN);
            assertThat(item.locator("a")).hasCount(0);
            item.locator("[data-copy]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".toast")).containsText("已复制");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(WRITTEN);
            item.locator("[data-drop]").focus();
            page.keyboard().press("Enter");
            assertThat(item.locator("[data-drop]")).hasText("拿回草稿");
            assertThat(drafts.of(List.of(form), zhou)).isEmpty();
            desk.isAccessible();
            page.keyboard().press("Enter");
            assertThat(item.locator("[data-drop]")).hasText("不要草稿");
            assertThat(drafts.of(List.of(form), zhou).getFirst().fields()).containsEntry("text", WRITTEN);
        }
    }

    @Test
    void whatWaitsInAFormIsOneKeyAwayFromIt() {
        tickets.accept(number, null, zhou, clock.instant());
        save("/tickets/" + number + "/resolution", Map.of("solution", WRITTEN, "outcome", "fixed"));
        try (var desk = signedIn(zhou, Browser.phone(http.root()))) {
            var page = desk.open("/me").isAccessible().fits().page();
            page.locator("a[href='" + PAGE + "']").click();
            desk.isAccessible().fits().shot("unsent-phone");
            var item = page.locator("[data-left]");
            assertThat(item).containsText(number + " VPN拨入后打不开CRM，七人受影响");
            assertThat(item).containsText("解决");
            assertThat(item.locator(".kept")).hasText(WRITTEN);
            item.locator("a").click();
            assertThat(page.locator("[name=solution]")).hasValue(WRITTEN);
        }
    }

    @Test
    void whereAnActIsOverTheWayLeadsToTheTicketWhichOffersTheWords() {
        tickets.accept(number, null, zhou, clock.instant());
        save("/tickets/" + number + "/acceptance", Map.of("text", WRITTEN));
        save("/tickets/" + number + "/reopening", Map.of("reason", WRITTEN));
        var page = entered(zhou).get(PAGE).expect(200).text();
        assertThat(page).contains("href=\"/tickets/" + number + "\"").doesNotContain("/reopening/new");
    }

    @Test
    void whatIsWrittenOnAnyOtherPageLeadsBackToThatPage() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/new").page();
            page.locator("[name=title]").fill("打印机卡纸");
            assertThat(page.locator("form[data-draft] .saved")).containsText("草稿已存");
            page = desk.open(PAGE).page();
            assertThat(page.locator("[data-left]")).containsText("打印机卡纸");
            page.locator("[data-drop]").click();
            page.locator("[data-drop]:has-text('拿回')").click();
            assertThat(page.locator("[data-drop]")).hasText("不要草稿");
            page = desk.open(PAGE).page();
            page.locator("[data-left] a").click();
            page.waitForURL("**/tickets/new");
            assertThat(page.locator("[name=title]")).hasValue("打印机卡纸");
        }
    }

    @Test
    void aRequesterReadsTheirOwnAndNobodyElseDoes() {
        drafts.save("ticket-" + number + ".public", Map.of("text", WRITTEN), 0, zheng, clock.instant());
        drafts.save("rating-" + number, Map.of("words", "很快"), 0, zheng, clock.instant());
        try (var mine = signedIn(zheng, Browser.phone(http.root()))) {
            var page = mine.open(PAGE).isAccessible().fits().page();
            assertThat(page.locator("[data-left] .kept")).containsText(new String[] {"很快", WRITTEN});
            page.locator("[data-left] a").last().click();
            assertThat(page.locator("#text")).hasValue(WRITTEN);
        }
        assertThat(entered(zhou).get(PAGE).expect(200).text()).doesNotContain(WRITTEN);
    }

    @Test
    void whoeverWroteNothingIsToldSoAndAPageThatIsNotThereOffersNothing() {
        var desk = entered(zhou);
        assertThat(desk.get(PAGE).expect(200).text()).contains("没有写到一半的话");
        assertThat(desk.get("/tickets/999999999").expect(404).text()).doesNotContain(PAGE);
    }

    @Test
    void thePaletteKnowsThePage() {
        assertThat(entered(zhou)
                        .get("/palette?q=" + URLEncoder.encode("草稿", StandardCharsets.UTF_8))
                        .expect(200)
                        .text())
                .contains(PAGE);
    }

    private void save(String name, Map<String, String> fields) {
        assertThat(drafts.save(name, fields, 0, zhou, clock.instant()).map(Draft::fields))
                .contains(fields);
    }

    private void outOfSight() {
        editing.restrict(number, null, true, cast.hire("manager"), clock.instant());
        assertThat(tickets.of(List.of(number), zhou)).isEmpty();
    }
}
