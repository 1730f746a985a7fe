package dev.qiao.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.api.Paging;
import dev.qiao.journal.Audit;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit names what it speaks of, offers what can be taken back, and says why what cannot. */
@QiaoTest
class AuditPageTest {
    @Autowired
    Audit audit;

    @Autowired
    Agreements agreements;

    @Autowired
    Ladders ladders;

    @Autowired
    Canneds canneds;

    @Autowired
    Teams teams;

    @Autowired
    Rosters rosters;

    @Autowired
    Reversals reversals;

    @Autowired
    People people;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me admin;
    Person reader;

    @BeforeEach
    void somebodyWhoReads() {
        admin = crowd.me(clock.instant(), "admin");
        reader = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
    }

    @Test
    void aLevelOfALadderNamesWhomItTellsAndGoesOnAPhone() {
        var now = clock.instant();
        var told = crowd.person(now, "engineer");
        var standard = agreements.find("standard").orElseThrow();
        var terms = standard.terms();
        var agreement = agreements.create(
                crowd.word("a"),
                crowd.word("协"),
                new Offer(terms.calendar(), terms.budgets(), terms.pauses()),
                admin,
                now);
        long made = newest();
        var before = ladders.of(agreement.code());
        var one = new Rung(Metric.RESPONSE, Mark.of("b45"), Whom.PERSON, told.id());
        ladders.change(agreement.code(), List.of(one), agreements.revision(), admin, now);
        long changed = newest();
        try (var phone = signedIn(Browser.phone(http.root()))) {
            phone.open("/audit");
            var line = line(phone, changed);
            assertThat(line.innerText())
                    .contains(agreement.name(), told.name(), "45分钟，到期前")
                    .doesNotContain("sla.ladder", "#" + told.id());
            assertThat(line(phone, made).innerText()).contains("建好的协议不能撤回");
            assertThat(line(phone, made).locator("button").count()).isZero();
            phone.isAccessible().fits().shot("audit-phone");
            line.locator("form button").click();
            phone.page().getByText("撤回#" + changed).waitFor();
            assertThat(line(phone, changed).innerText()).contains("已由#" + newest() + "撤回");
            assertThat(line(phone, changed).locator("form").count()).isZero();
        }
        assertThat(ladders.of(agreement.code())).isEqualTo(before);
    }

    @Test
    void wordsOfACannedReplyAreSeenAndComeBack() {
        var now = clock.instant();
        var name = crowd.word("回复");
        long id = canneds.save(new Canned(0, null, name, "早先的话", true), admin, now);
        canneds.save(new Canned(id, null, name, "后来的话", true), admin, now);
        long changed = newest();
        try (var dark = signedIn(Browser.dark(http.root()))) {
            dark.open("/audit");
            assertThat(line(dark, changed).innerText()).contains("常用回复 " + name, "早先的话", "后来的话");
            dark.isAccessible().fits().shot("audit-dark");
            line(dark, changed).locator("form button").click();
            dark.page().getByText("撤回#" + changed).waitFor();
        }
        assertThat(canneds.find(id, admin).body()).isEqualTo("早先的话");
    }

    @Test
    void anEntryKeepsTheNumberAndThePageSaysTheName() {
        var now = clock.instant();
        var auditor = http.as(cast.token(cast.hire("auditor")));
        var lead = crowd.person(now, "lead");
        var team = cast.team(null);
        var draft = TeamDraft.of(team);
        teams.edit(
                team.id(),
                new TeamDraft(draft.name(), draft.tier(), lead.id(), draft.zone(), true),
                team.version(),
                admin,
                now);
        var stored =
                auditor.get("/api/v1/audit?act=configured&limit=1").expect(200).json();
        assertThat(stored.at("/items/0/facts/after/leadId").asLong()).isEqualTo(lead.id());
        try (var desk = signedIn(Browser.desktop(http.root()))) {
            desk.open("/audit?act=configured");
            assertThat(line(desk, newest()).innerText()).contains("班组长", lead.name());
        }
    }

    @Test
    void aLayerThatComesBackSaysWhoHasLeftSince() {
        var now = clock.instant();
        var team = cast.team(null);
        var gone = cast.join(team, cast.hire("engineer"));
        var stays = cast.join(team, cast.hire("engineer"));
        var starts = LocalDateTime.parse("2026-03-02T09:00");
        var turns = List.of(Set.of(gone.id()), Set.of(stays.id()));
        var layer = rosters.add(
                team.id(), new LayerDraft("白班", 0, starts, null, 1, Layer.Unit.DAY, turns, List.of()), admin, now);
        rosters.remove(team.id(), layer.id(), admin, now);
        long removed = newest();
        people.activate(gone.id(), false, Me.QIAO, now);
        reversals.reverse(removed, admin, now);
        try (var desk = signedIn(Browser.desktop(http.root()))) {
            desk.open("/audit");
            var line = line(desk, newest()).innerText();
            assertThat(line).contains(gone.name() + "（已停用）", stays.name()).doesNotContain(stays.name() + "（");
        }
    }

    @Test
    void theFileHoldsWhatThePageShows() {
        var now = clock.instant();
        var known = crowd.person(now, "engineer");
        var other = crowd.person(now, "engineer");
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(reader.login()), Crowd.PASSWORD).expect(303);
        var page = browser.get("/audit?kind=person&subject=" + known.id()).expect(200);
        var link = page.text()
                .replaceAll("(?s).*href=\"(/audit/export[^\"]*format=csv)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(link).contains("kind=person", "subject=" + known.id());
        assertThat(browser.get(link).expect(200).text()).contains(known.name()).doesNotContain(other.name());
        browser.get("/audit?who=nobody-at-all").expect(422);
        browser.get("/audit/export?who=nobody-at-all").expect(422);
    }

    private Browser signedIn(Browser browser) {
        return browser.signIn(Objects.requireNonNull(reader.login()), Crowd.PASSWORD);
    }

    private static Locator line(Browser browser, long entry) {
        return browser.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(browser.page().locator(".when").getByText("#" + entry)));
    }

    private long newest() {
        return audit.list(new Audit.Search(null, null, "configured", null, null, null), new Paging(1, null), admin)
                .items()
                .getFirst()
                .id();
    }
}
