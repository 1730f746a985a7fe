package dev.qiao.ticket.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
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
import dev.qiao.ticket.Tickets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several tickets chosen in the queue and acted on together, as an engineer does it. */
@QiaoTest
class BulkPagesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    BulkWorker worker;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Team team;
    Me lin;
    List<Long> numbers;

    @BeforeEach
    void threeTickets() {
        cast.hire("admin");
        team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        var user = cast.hire("requester");
        var manager = cast.hire("manager");
        numbers = Stream.of("一号楼断网", "二号楼断网", "打印机卡纸")
                .map(title -> tickets.open(Draft.titled(title, user, Source.WEB), clock.instant())
                        .number())
                .toList();
        numbers.forEach(n -> tickets.assign(n, null, team.id(), null, null, manager, clock.instant()));
    }

    private Browser signedIn(Browser browser) {
        crowd.withPassword(people.find(lin.id()).orElseThrow(), clock.instant());
        return browser.signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD);
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
            worker.work(clock.instant());
            worker.work(clock.instant());
            assertThat(page.locator("#bulk-state dd").first())
                    .hasText("2", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        }
        assertThat(tickets.of(numbers.subList(0, 2)))
                .allSatisfy(t -> assertThat(t.matter().tags()).contains("断网"));
        assertThat(tickets.of(numbers.subList(2, 3)).getFirst().matter().tags()).isEmpty();
    }

    @Test
    void aTicketThatCameAfterTheListWasShownIsNotAmongThose() {
        crowd.withPassword(people.find(lin.id()).orElseThrow(), clock.instant());
        var desk = http.browser();
        desk.signIn(Objects.requireNonNull(lin.login()), Crowd.PASSWORD).expect(303);
        var list = "view=open&team=" + team.code();
        var asked = Map.of("act", "tag", "whole", "true", "list", list);
        var shown = desk.get("/bulk/new?act=tag&whole=true&list=" + URLEncoder.encode(list, StandardCharsets.UTF_8))
                .expect(200)
                .text();
        assertThat(shown).contains("name=\"count\" value=\"3\"");
        var late = tickets.open(Draft.titled("后来的", cast.hire("requester"), Source.WEB), clock.instant());
        tickets.assign(late.number(), null, team.id(), null, null, cast.hire("manager"), clock.instant());
        var form = new HashMap<String, String>(asked);
        form.putAll(Map.of("labels", "断网", "count", "3", "newest", Long.toString(numbers.getLast())));
        desk.form("/bulk", form).expect(303);
        worker.work(clock.instant());
        worker.work(clock.instant());
        assertThat(tickets.of(numbers))
                .allSatisfy(t -> assertThat(t.matter().tags()).contains("断网"));
        assertThat(tickets.of(List.of(late.number())).getFirst().matter().tags())
                .isEmpty();
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
