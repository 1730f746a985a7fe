package dev.qiao.ticket.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Any list as a file: what one sees of it, and no more. */
@QiaoTest
class ExportTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Team team;
    Me zhou;

    @BeforeEach
    void aTeamWithWork() {
        cast.hire("admin");
        team = cast.team(null);
        zhou = cast.join(team, cast.hire("engineer"));
        var boss = cast.hire("manager");
        var requester = cast.hire("requester");
        var drafts = IntStream.range(0, 600)
                .mapToObj(n -> Draft.titled("=HYPERLINK(" + n + ")", requester, Source.WEB))
                .toList();
        for (int from = 0; from < drafts.size(); from += 300) {
            tickets.open(drafts.subList(from, from + 300), clock.instant())
                    .forEach(t -> tickets.assign(t.number(), null, team.id(), null, null, boss, clock.instant()));
        }
    }

    private Http signedIn(Me person) {
        var account = crowd.withPassword(people.find(person.id()).orElseThrow(), clock.instant());
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(account.login()), "password", Crowd.PASSWORD))
                .expect(303);
        return browser;
    }

    @Test
    void aListIsWrittenWholeAndOnlyAsFarAsOneSees() {
        var address = "/tickets/export?format=csv&cols=stage,team&team=" + team.id();
        var mine = signedIn(zhou).get(address).expect(200);
        assertThat(mine.header("Content-Disposition")).contains("attachment");
        assertThat(mine.text().lines())
                .hasSize(601)
                .filteredOn(line -> line.contains("'=HYPERLINK"))
                .hasSize(600);
        var stranger = cast.join(cast.team(null), cast.hire("engineer"));
        assertThat(signedIn(stranger).get(address).expect(200).text().lines()).hasSize(1);
        signedIn(cast.hire("requester")).get(address).expect(403);
    }

    @Test
    void theRegisterTheAuditAndAFigureAreWrittenForWhoMaySeeThem() {
        var admin = signedIn(cast.hire("admin"));
        for (var path : List.of("/people/export?q=", "/audit/export?act=", "/targets/mttr/export?")) {
            signedIn(zhou).get(path + "&format=xlsx").expect(403);
        }
        assertThat(admin.get("/people/export?format=csv").expect(200).text()).contains(String.valueOf(zhou.login()));
        assertThat(admin.get("/people/export?format=xlsx")
                        .expect(200)
                        .response()
                        .body())
                .startsWith('P', 'K');
        signedIn(cast.hire("auditor")).get("/audit/export?format=csv").expect(200);
        signedIn(cast.hire("manager")).get("/targets/mttr/export?format=csv").expect(200);
    }

    @Test
    void organizationsTeamsAndServicesAreWrittenForWhoMaySeeThem() {
        var organization = cast.organization(true);
        var admin = signedIn(cast.hire("admin"));
        assertThat(admin.get("/organizations/export").expect(200).text()).contains(organization.code() + ",是,是");
        assertThat(admin.get("/teams/export").expect(200).text())
                .contains(team.code())
                .contains(people.find(zhou.id()).orElseThrow().name());
        assertThat(admin.get("/services/export").expect(200).text()).startsWith("\uFEFF名称,代码,维护班组,负责人");
        var desk = signedIn(zhou);
        desk.get("/teams/export?format=xlsx").expect(200);
        desk.get("/organizations/export").expect(403);
        desk.get("/services/export").expect(403);
        signedIn(cast.hire("requester")).get("/teams/export").expect(403);
    }

    @Test
    void aRequesterTakesTheirOwnTicketsAlongAndNobodyElses() {
        var lin = cast.hire("requester");
        var words = List.of("=cmd", "打印机卡纸");
        tickets.open(words.stream().map(w -> Draft.titled(w, lin, Source.WEB)).toList(), clock.instant());
        var browser = signedIn(lin);
        assertThat(browser.get("/my").expect(200).text()).contains("/my/export?show=all&amp;format=csv");
        assertThat(browser.get("/my/export?show=all&format=csv")
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(",'=cmd,"));
        assertThat(browser.get("/my/export?show=closed").expect(200).text().lines())
                .hasSize(1);
        assertThat(signedIn(cast.hire("requester"))
                        .get("/my/export")
                        .expect(200)
                        .text())
                .doesNotContain("打印机卡纸");
    }

    @Test
    void whatWasFoundIsWrittenToo() {
        var word = crowd.word("chaxun");
        for (int i = 0; i < 51; i++)
            tickets.open(Draft.titled(word + " " + i, cast.me(zhou.id()), Source.WEB), clock.instant());
        var desk = signedIn(zhou);
        assertThat(desk.get("/search?q=" + word).expect(200).text())
                .contains("先给出最近的50张")
                .contains("/tickets/export?view=all&amp;q=" + word);
        assertThat(desk.get("/tickets/export?view=all&format=csv&q=" + word)
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(52);
    }

    @Test
    void whatIsNotBeingWrittenHasNoProgressAndIsStoppedInVain() {
        var browser = signedIn(zhou);
        var id = UUID.randomUUID();
        browser.get("/tickets").expect(200);
        assertThat(browser.get("/exports/" + id).status()).isEqualTo(204);
        assertThat(browser.delete("/exports/" + id).status()).isEqualTo(204);
    }

    @Test
    void aPageSavesItsListAndStaysWhereItIs() throws IOException {
        var account = crowd.withPassword(people.find(zhou.id()).orElseThrow(), clock.instant());
        try (var reader = Browser.desktop(http.root()).signIn(String.valueOf(account.login()), Crowd.PASSWORD)) {
            var page = reader.open("/tickets").page();
            page.locator("summary:has-text('导出')").click();
            var file = page.waitForDownload(
                    new Page.WaitForDownloadOptions().setTimeout(20_000),
                    () -> page.locator("a[data-export][href*='format=csv']").click());
            assertThat(Files.readString(file.path()).lines()).hasSize(601);
            assertThat(page.url()).endsWith("/tickets");
        }
    }
}
