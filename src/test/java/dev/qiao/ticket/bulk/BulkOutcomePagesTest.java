package dev.qiao.ticket.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What became of each ticket of a bulk act, on its page and as a file. */
class BulkOutcomePagesTest extends BulkDesk {
    private static final Pattern NEXT = Pattern.compile("hx-get=\"(/bulk/\\d+/items[^\"]*)\"");

    private Bulk accepted(List<Long> numbers) {
        return finished(bulks.start(Order.of(Deed.ACCEPT), numbers, lin, now), lin);
    }

    @Test
    void everyTicketIsShownWithWhatBecameOfItAndFoundByThat() {
        var ours = open(2, team);
        var theirs = open(1, cast.team(null)).getFirst();
        var all = new ArrayList<>(ours);
        all.add(theirs);
        var bulk = accepted(all);
        tickets.handBack(ours.getLast(), null, "换人", lin, now);
        finished(bulks.reverse(bulk.id(), lin, now), lin);
        try (var reader = Browser.desktop(http.root()).signIn(login(lin), Crowd.PASSWORD)) {
            var page = reader.open("/bulk/" + bulk.id()).isAccessible().fits().page();
            assertThat(page.locator(".bulk-items tbody tr")).hasCount(3);
            assertThat(page.locator(".bulk-items tr:has-text('" + ours.getFirst() + "')"))
                    .containsText("已撤销");
            assertThat(page.locator(".bulk-items tr:has-text('" + ours.getLast() + "')"))
                    .containsText("第1台断网");
            assertThat(page.locator(".bulk-items tr:has-text('" + theirs + "')"))
                    .containsText("没做成");
            assertThat(page.locator(".bulk-items tr:has-text('" + theirs + "')"))
                    .not()
                    .containsText("断网");
            page.locator(".bulk-fates a:has-text('没做成')").click();
            assertThat(page.locator(".bulk-items tbody tr")).hasCount(1);
            assertThat(page.locator(".bulk-fates [aria-current]")).containsText("没做成");
            page.locator("#bulk-state a.a").click();
            assertThat(page.locator("h1")).containsText("撤销受理");
            assertThat(page.locator(".bulk-items tbody tr")).hasCount(2);
            reader.isAccessible().fits();
        }
        try (var reader = Browser.phone(http.root()).signIn(login(lin), Crowd.PASSWORD)) {
            reader.open("/bulk/" + bulk.id()).isAccessible().fits();
        }
    }

    @Test
    void aLongListIsReadPageAfterPage() {
        var numbers = open(120, team);
        var bulk = accepted(numbers);
        var desk = desk(lin);
        var text = desk.get("/bulk/" + bulk.id() + "?outcome=done").expect(200).text();
        var seen = new ArrayList<Long>(shown(text, numbers));
        assertThat(seen).hasSize(50);
        for (var next = NEXT.matcher(text); next.find(); next = NEXT.matcher(text)) {
            text = desk.get(next.group(1).replace("&amp;", "&")).expect(200).text();
            seen.addAll(shown(text, numbers));
        }
        assertThat(seen).containsExactlyElementsOf(numbers);
        assertThat(desk.get("/bulk/" + bulk.id() + "?outcome=refused")
                        .expect(200)
                        .text())
                .contains("没有这样的");
        desk.get("/bulk/" + bulk.id() + "?outcome=nonsense").expect(422);
    }

    private static List<Long> shown(String text, List<Long> numbers) {
        return numbers.stream()
                .filter(number -> text.contains("href=\"/tickets/" + number + "\""))
                .toList();
    }

    @Test
    void theOutcomesAreTakenAlongAsAFile() {
        var ours = open(1, team).getFirst();
        var theirs = open(1, cast.team(null)).getFirst();
        var bulk = accepted(List.of(ours, theirs));
        var desk = desk(lin);
        var whole = desk.get("/bulk/" + bulk.id() + "/export?format=csv")
                .expect(200)
                .text()
                .lines()
                .toList();
        assertThat(whole).hasSize(3);
        assertThat(whole.get(1)).contains(Long.toString(ours), "第0台断网", "做了");
        assertThat(whole.get(2)).contains(Long.toString(theirs), "没做成").doesNotContain("断网");
        assertThat(desk.get("/bulk/" + bulk.id() + "/export?format=csv&outcome=refused")
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(2);
        var stranger = desk(manager);
        stranger.get("/bulk/" + bulk.id() + "/items").expect(404);
        stranger.get("/bulk/" + bulk.id() + "/export").expect(404);
    }

    @Test
    void theApiFindsTicketsByWhatBecameOfThem() {
        var ours = open(2, team);
        var theirs = open(1, cast.team(null)).getFirst();
        var all = new ArrayList<>(ours);
        all.add(theirs);
        var bulk = accepted(all);
        var api = http.as(cast.token(lin));
        var items = api.get("/api/v1/bulk/" + bulk.id() + "/items?outcome=refused")
                .expect(200)
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("ticket").asLong()).isEqualTo(theirs);
        assertThat(api.get("/api/v1/bulk/" + bulk.id() + "/items?outcome=left")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }
}
