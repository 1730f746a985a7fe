package dev.qiao.ticket.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.qiao.Browser;
import dev.qiao.people.Crowd;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several tickets chosen in the queue and acted on together, as an engineer does it. */
class BulkPagesTest extends BulkDesk {
    List<Long> numbers;

    @BeforeEach
    void threeTickets() {
        numbers = open(team, "一号楼断网", "二号楼断网", "打印机卡纸");
    }

    private Browser signedIn(Browser browser) {
        return browser.signIn(login(lin), Crowd.PASSWORD);
    }

    @Test
    void whatIsTickedIsActedOnAndTheOutcomeShowsByItself() {
        try (var reader = signedIn(Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            assertThat(page.locator("#bulk")).isHidden();
            for (long number : numbers.subList(0, 2))
                page.locator("#t" + number + " [data-pick]").check();
            assertThat(page.locator("#bulk [data-picked]")).containsText("2");
            reader.isAccessible();
            page.locator("#bulk [value=tag]").click();
            page.locator("[name=labels]").fill("断网");
            page.locator(".form .is-primary").click();
            assertThat(page.locator("#bulk-state progress")).isVisible();
            reader.isAccessible();
            worker.work(now);
            worker.work(now);
            assertThat(page.locator("#bulk-state dd").first())
                    .hasText("2", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        }
        assertThat(tickets.of(numbers.subList(0, 2)))
                .allSatisfy(t -> assertThat(t.matter().tags()).contains("断网"));
        assertThat(tickets.of(numbers.subList(2, 3)).getFirst().matter().tags()).isEmpty();
    }

    @Test
    void aTicketThatCameAfterTheListWasShownIsNotAmongThose() {
        var desk = desk(lin);
        var list = "view=open&team=" + team.code();
        var asked = Map.of("act", "tag", "whole", "true", "list", list);
        var shown = desk.get("/bulk/new?act=tag&whole=true&list=" + URLEncoder.encode(list, StandardCharsets.UTF_8))
                .expect(200)
                .text();
        assertThat(shown).contains("name=\"count\" value=\"3\"");
        var late = open(team, "后来的");
        var form = new HashMap<String, String>(asked);
        form.putAll(Map.of("labels", "断网", "count", "3", "newest", Long.toString(numbers.getLast())));
        desk.form("/bulk", form).expect(303);
        worker.work(now);
        worker.work(now);
        assertThat(tickets.of(numbers))
                .allSatisfy(t -> assertThat(t.matter().tags()).contains("断网"));
        assertThat(tickets.of(late).getFirst().matter().tags()).isEmpty();
        form.put("count", "2");
        desk.form("/bulk", form).expect(409);
    }

    @Test
    void theWholeListIsChosenWithOneTickAlsoOnAPhone() {
        try (var reader = signedIn(Browser.phone(http.root()))) {
            var page = reader.open("/tickets").fits().page();
            page.locator("[data-pick]").first().check();
            page.locator("#bulk [name=whole]").check();
            reader.isAccessible().fits();
            page.locator("#bulk [value=watch]").click();
            assertThat(page.locator("h1")).containsText("3");
            reader.isAccessible().fits();
        }
    }

    @Test
    void wordsThatWereMeantForOthersSaySoAndAreLetGo() {
        try (var reader = signedIn(Browser.desktop(http.root()))) {
            var page =
                    reader.open("/bulk/new?act=reply&number=" + numbers.get(0)).page();
            page.locator("[name=text]").fill("一号楼已恢复");
            assertThat(page.locator(".saved")).containsText("草稿已存");
            reader.open("/bulk/new?act=reply&number=" + numbers.get(1) + "&number=" + numbers.get(2));
            assertThat(page.locator("[name=text]")).hasValue("一号楼已恢复");
            assertThat(page.locator(".saved")).containsText("草稿已存");
            reader.isAccessible().fits().shot("bulk-draft");
            page.locator(".saved button").click();
            assertThat(page.locator("[name=text]")).hasValue("");
            page.locator(".saved button").click();
            assertThat(page.locator("[name=text]")).hasValue("一号楼已恢复");
        }
    }
}
