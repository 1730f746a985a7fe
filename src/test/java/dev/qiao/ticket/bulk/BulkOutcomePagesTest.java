package dev.qiao.ticket.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What became of each ticket of a bulk act, on its page and as a file. */
@QiaoTest
class BulkOutcomePagesTest {
    private static final Pattern NEXT = Pattern.compile("hx-get=\"(/bulk/\\d+/items[^\"]*)\"");

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Bulks bulks;

    @Autowired
    BulkWorker worker;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Team team;
    Me lin;
    Me manager;
    Me user;

    @BeforeEach
    void aDesk() {
        cast.hire("admin");
        team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        user = cast.hire("requester");
        crowd.withPassword(people.find(lin.id()).orElseThrow(), clock.instant());
    }

    private List<Long> open(int many, Team with) {
        var drafts = IntStream.range(0, many)
                .mapToObj(i -> Draft.titled("第" + i + "台断网", user, Source.WEB))
                .toList();
        var numbers = tickets.open(drafts, clock.instant()).stream()
                .map(Ticket::number)
                .toList();
        numbers.forEach(n -> tickets.assign(n, null, with.id(), null, null, manager, clock.instant()));
        return numbers;
    }

    private Bulk accepted(List<Long> numbers) {
        return finished(bulks.start(Order.of(Deed.ACCEPT), numbers, lin, clock.instant()));
    }

    private Bulk finished(Bulk bulk) {
        while (bulks.find(bulk.id(), lin).running()) worker.work(clock.instant());
        return bulk;
    }

    private Http desk() {
        var desk = http.browser();
        desk.signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD).expect(303);
        return desk;
    }

    @Test
    void everyTicketIsShownWithWhatBecameOfItAndFoundByThat() {
        var ours = open(2, team);
        var theirs = open(1, cast.team(null)).getFirst();
        var all = new ArrayList<>(ours);
        all.add(theirs);
        var bulk = accepted(all);
        tickets.handBack(ours.getLast(), null, "换人", lin, clock.instant());
        finished(bulks.reverse(bulk.id(), lin, clock.instant()));
        try (var reader = Browser.desktop(http.root()).signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD)) {
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
        try (var reader = Browser.phone(http.root()).signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD)) {
            reader.open("/bulk/" + bulk.id()).isAccessible().fits();
        }
    }

    @Test
    void aLongListIsReadPageAfterPage() {
        var numbers = open(120, team);
        var bulk = accepted(numbers);
        var desk = desk();
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
        var desk = desk();
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
        var stranger = http.browser();
        crowd.withPassword(people.find(manager.id()).orElseThrow(), clock.instant());
        stranger.signIn(Objects.requireNonNull(manager.login()), Crowd.PASSWORD).expect(303);
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
