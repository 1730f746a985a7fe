package dev.qiao.signal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.outage.Outages;
import dev.qiao.signal.outage.Stretch;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.SilenceDraft;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Editing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever knows the address sees how services are, and nothing that anybody wrote about them. */
@QiaoTest
class StatusPageTest {
    private static final String CANARY = "canary7261";

    @Autowired
    StatusPages pages;

    @Autowired
    Boards boards;

    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Silences silences;

    @Autowired
    Outages outages;

    @Autowired
    Services services;

    @Autowired
    Editing editing;

    @Autowired
    Reversals reversals;

    @Autowired
    Db db;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    Service shown;
    Service hidden;
    StatusPage page;

    @BeforeEach
    void open() {
        shown = service();
        hidden = service();
        var draft = new StatusPageDraft(Machine.unique("status"), "Acme 服务状态", List.of(shown.id()), true);
        page = pages.create(cast.organization(false).id(), draft, Me.QIAO, clock.instant());
    }

    @Test
    void aStrangerSeesStatesAndTimesAndNoWordOfTicketsAndAlerts() {
        assertThat(seen()).contains(shown.name(), "全部服务正常").doesNotContain(hidden.name());
        say(shown, Says.FIRING);
        say(hidden, Says.FIRING);
        plan();
        clock.advance(Boards.FRESH);
        assertThat(seen())
                .contains(shown.name() + " 暂时无法正常使用", "有服务中断", "计划维护")
                .doesNotContain(CANARY, hidden.name(), "/tickets/" + ticket(), ">" + ticket());
        say(shown, Says.RESOLVED);
        clock.advance(Boards.FRESH);
        assertThat(seen()).contains(shown.name() + " 曾无法正常使用", "全部服务正常").doesNotContain(CANARY);
    }

    @Test
    void whatIsToldInConfidenceLeavesNoTrace() {
        say(shown, Says.FIRING);
        editing.restrict(ticket(), null, true, cast.hire("manager"), clock.instant());
        clock.advance(Boards.FRESH);
        assertThat(seen()).contains("全部服务正常").doesNotContain("暂时无法正常使用", CANARY);
    }

    @Test
    void itIsReadOnceInFifteenSecondsAndSaysOfWhenItIs() {
        seen();
        var first = boards.at(page.slug(), clock.instant()).orElseThrow();
        say(shown, Says.FIRING);
        clock.advance(Boards.FRESH.minusSeconds(1));
        assertThat(boards.at(page.slug(), clock.instant())).containsSame(first);
        assertThat(boards.at("nobody-has-this", clock.instant())).isEmpty();
        assertThat(seen()).contains("全部服务正常", "14秒前");
        clock.advance(Duration.ofSeconds(1));
        assertThat(seen()).contains("有服务中断");
    }

    @Test
    void whatIsNotToBeSeenIsLikeAnAddressThatNobodyHas() {
        var reader = http.with("Accept", "text/html");
        var none = reader.get("/status/nobody-has-this").expect(404).text();
        var draft = StatusPageDraft.of(page).hidden();
        pages.update(page.organization(), page.version(), draft, Me.QIAO, clock.instant());
        var off = reader.get(page.path()).expect(404).text();
        assertThat(plain(off, page.slug())).isEqualTo(plain(none, "nobody-has-this"));
    }

    @Test
    void anAdministratorMakesOneAndTakesAChangeBack() {
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        var organization = cast.organization(false);
        browser.get("/status-pages/new").expect(200);
        var wrong = Map.of("organization", organization.id(), "slug", "Not So", "title", "");
        assertThat(browser.form("/status-pages", wrong).expect(422).text()).contains("连字符");
        assertThatThrownBy(new StatusPageDraft("Not So", "", List.of(), true)::checked)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).hasSize(3));
        var slug = Machine.unique("made");
        var right = Map.of(
                "organization", organization.id(), "slug", slug, "title", "状态", "services", shown.id(), "active", true);
        browser.form("/status-pages", right).expect(303);
        assertThat(browser.get("/status-pages").expect(200).text()).contains("/status/" + slug);
        http.browser().get("/status/" + slug).expect(200);
        var edit = "/status-pages/" + organization.id();
        assertThat(browser.get(edit + "/edit").expect(200).text()).contains(shown.name());
        browser.form(edit, Map.of("slug", page.slug(), "title", "状态", "services", shown.id(), "active", true))
                .expect(422);
        browser.form(edit, Map.of("slug", slug, "title", "改过", "services", shown.id(), "active", true))
                .expect(303);
        reversals.reverse(newest(), crowd.me(clock.instant(), "admin"), clock.instant());
        assertThat(pages.find(organization.id(), Me.QIAO).title()).isEqualTo("状态");
        assertThat(browser.get("/audit").expect(200).text()).contains("状态页");
    }

    private String seen() {
        return http.with("Accept-Language", "zh-CN")
                .get(page.path())
                .expect(200)
                .text();
    }

    /** What is made anew for each request, and the address itself, set aside. */
    private static String plain(String text, String slug) {
        return text.replace(slug, "").replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"|data-now=\"[^\"]*\"", "");
    }

    private Service service() {
        var code = Machine.unique("shown");
        return services.create(
                new ServiceDraft(code, "名字" + code, false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private void say(Service of, Says says) {
        var key = of.code() + CANARY;
        var labels = Map.of("service", of.code(), "host", CANARY);
        var told = new Told(says, key, key, null, null, Severity.CRITICAL, CANARY, CANARY, "", labels);
        alarms.tell(sources.own(clock.instant()).id(), List.of(told), clock.instant());
        workers.crank(clock.instant());
    }

    private void plan() {
        var from = clock.instant().plus(Duration.ofHours(3));
        silences.create(
                new SilenceDraft(Kind.MAINTENANCE, shown.id(), List.of(), from, from.plusSeconds(3600), CANARY),
                Me.QIAO,
                clock.instant());
    }

    private long ticket() {
        var now = clock.instant();
        var all = outages.in(new Stretch(now.minus(Duration.ofHours(1)), now.plusSeconds(1)), shown.id(), 10, Me.QIAO);
        assertThat(all).hasSize(1);
        return all.getFirst().ticket();
    }

    private long newest() {
        return db.sql("select max(id) as id from journal.entry where kind = 'signal.status_page'")
                .one(row -> row.number("id"));
    }
}
