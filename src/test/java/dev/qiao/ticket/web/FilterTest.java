package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Option;
import dev.qiao.ticket.form.Shape;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.ViewDraft;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a ticket has can be asked for: by the panel, in an address, and by programs; with and, or, and not. */
class FilterTest extends DeskStory {
    @Autowired
    Services services;

    @Autowired
    Forms forms;

    @Autowired
    Lenses lenses;

    @Autowired
    SavedViews views;

    Http api;
    long tagged;

    @BeforeEach
    void oneWithTags() {
        api = http.as(cast.token(zhou));
        tagged = api.post("/api/v1/tickets", Map.of("title", "隧道断断续续", "tags", List.of("VPN", "半夜")))
                .expect(201)
                .json()
                .get("number")
                .asLong();
        tickets.assign(tagged, null, team.id(), null, null, cast.hire("manager"), clock.instant());
    }

    private Set<Long> found(String query) {
        var all = api.get("/api/v1/tickets?limit=100&team=" + team.code() + "&" + query)
                .expect(200)
                .json();
        return StreamSupport.stream(all.get("items").spliterator(), false)
                .map(ticket -> ticket.get("number").asLong())
                .collect(Collectors.toSet());
    }

    @Test
    void programsFindTagsAndAnythingElse() {
        assertThat(found("tag=vpn")).containsExactly(tagged);
        assertThat(found("tag=nothing,vpn")).containsExactly(tagged);
        assertThat(found("tag=!vpn")).contains(number).doesNotContain(tagged);
        assertThat(found("tag=none")).contains(number).doesNotContain(tagged);
        assertThat(found("or=tag:vpn&or=requester:" + zheng.login())).contains(tagged, number);
        assertThat(found("vip=yes")).isEmpty();
        assertThat(found("opened=today")).contains(tagged);
        assertThat(found("opened=..today-1")).isEmpty();
        assertThat(found("view=all&outcome=fixed")).isEmpty();
        assertThat(api.get("/api/v1/tickets?outcome=blue").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/tickets?or=moon:full").status()).isEqualTo(422);
    }

    @Test
    void whatAFormAskedIsAskedFor() {
        var admin = cast.hire("admin");
        var code = "paper-" + number;
        var form = forms.create(new FormHead(code, "申请", null, null, "key-round", 1, true), admin, clock.instant());
        var level = new Field(
                "level",
                "什么权限",
                "",
                false,
                null,
                null,
                List.of(),
                new Shape.Choice(List.of(new Option("read", "只读"), new Option("admin", "管理"))));
        var drawn = forms.redraft(
                code, form.revision(), new Definition("", "", "", null, null, List.of(level)), admin, clock.instant());
        forms.publish(code, drawn.revision(), admin, clock.instant());
        long asked = api.post(
                        "/api/v1/tickets", Map.of("title", "要权限", "form", code, "fields", Map.of("level", "admin")))
                .expect(201)
                .json()
                .get("number")
                .asLong();
        tickets.assign(asked, null, team.id(), null, null, cast.hire("manager"), clock.instant());
        assertThat(found("answer=" + code + ".level~admin")).containsExactly(asked);
        assertThat(found("answer=" + code + ".level~read")).isEmpty();
        assertThat(api.get("/api/v1/tickets?answer=" + code + ".colour~red").status())
                .isEqualTo(422);
    }

    @Test
    void whoAndWhichServiceWereAnsweredIsAskedForByName() {
        var admin = cast.hire("admin");
        var code = "who-" + number;
        var draft = new ServiceDraft(code, "账务" + number, false, null, List.of(), true);
        services.create(draft, admin, clock.instant());
        var form = forms.create(new FormHead(code, "申请", null, null, "key-round", 1, true), admin, clock.instant());
        var fields = List.of(
                new Field("boss", "谁批的", "", false, null, null, List.of(), new Shape.Somebody()),
                new Field("system", "哪个系统", "", false, null, null, List.of(), new Shape.Provided()));
        var drawn = forms.redraft(
                code, form.revision(), new Definition("", "", "", null, null, fields), admin, clock.instant());
        forms.publish(code, drawn.revision(), admin, clock.instant());
        var login = String.valueOf(zheng.login());
        var answers = Map.of("boss", login, "system", code);
        long asked = api.post("/api/v1/tickets", Map.of("title", "要权限", "form", code, "fields", answers))
                .expect(201)
                .json()
                .get("number")
                .asLong();
        tickets.assign(asked, null, team.id(), null, null, cast.hire("manager"), clock.instant());
        assertThat(found("answer=" + code + ".boss~" + login)).containsExactly(asked);
        assertThat(found("answer=" + code + ".boss~" + zhou.login())).isEmpty();
        assertThat(found("answer=" + code + ".system~" + code)).containsExactly(asked);
        assertThat(api.get("/api/v1/tickets?answer=" + code + ".boss~nobody.at.all")
                        .status())
                .isEqualTo(422);
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets?team=" + team.code()).page();
            page.locator("summary[data-key=F]").click();
            page.locator("#new-answer").selectOption(code + ".boss");
            page.locator("#new-answer-is")
                    .fill(people.find(zheng.id()).orElseThrow().name());
            page.locator(".float.is-wide .is-primary").click();
            page.waitForURL(url -> plain(url).contains("answer=" + code + ".boss~" + login));
            reader.settled();
            assertThat(page.locator(".tokens"))
                    .containsText("谁批的·" + people.find(zheng.id()).orElseThrow().name());
            assertThat(page.locator("#list .go[href='/tickets/" + asked + "']")).hasCount(1);
            page.locator("summary[data-key=F]").click();
            page.locator("#new-answer").selectOption(code + ".system");
            page.locator("#new-answer-is").fill("账务" + number);
            page.locator(".float.is-wide .is-primary").click();
            page.waitForURL(url -> plain(url).contains(code + ".system~" + code));
            assertThat(page.locator(".tokens")).containsText("哪个系统·账务" + number);
            reader.isAccessible().fits().shot("filter-answers");
        }
    }

    private static String plain(String url) {
        return URLDecoder.decode(url, StandardCharsets.UTF_8);
    }

    @Test
    void viewsSpeakCodesAndOldOnesStillMeanTheSame() {
        var service = services.create(
                new ServiceDraft("svc-" + number, "无线网", false, null, List.of(), true),
                cast.hire("admin"),
                clock.instant());
        var made = api.post(
                        "/api/v1/views",
                        Map.of("name", "无线", "query", "service=" + service.code() + "&requester=" + zheng.login()))
                .expect(201)
                .json();
        assertThat(made.get("query").asString()).isEqualTo("requester=" + zheng.login() + "&service=" + service.code());
        var old = lenses.read("team=" + team.id() + "&assignee=" + zhou.id());
        assertThat(old.strange()).isEmpty();
        assertThat(old.address()).isEqualTo("team=" + team.code() + "&assignee=" + zhou.login());
        var kept = views.save(new ViewDraft("旧的", old, null, false), zhou, clock.instant());
        assertThat(api.get("/api/v1/views/" + kept.id()).json().get("query").asString())
                .isEqualTo(old.address());
    }

    @Test
    void orInThePanelMeansOr() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets?team=" + team.code()).page();
            tick(page.locator(".float.is-wide"), "priority:urgent");
            page.locator(".tokens .token").nth(1).waitFor();
            assertThat(page.locator("#list .go[href='/tickets/" + number + "']"))
                    .hasCount(0);
            page.locator("summary[data-key=F]").click();
            page.locator("#into").selectOption(new SelectOption().setLabel("或者：可以代替“优先级是紧急”"));
            page.locator("#new-tag").fill("vpn");
            page.locator(".float.is-wide .is-primary").click();
            page.waitForURL(url -> url.contains("or=tag:vpn"));
            reader.settled();
            assertThat(page.locator(".tokens")).containsText("或者");
            assertThat(page.locator("#list .go[href='/tickets/" + tagged + "']"))
                    .hasCount(1);
            page.locator("summary[data-key=F]").click();
            reader.isAccessible().fits().shot("filter-panel");
            page.locator("#not").selectOption("true");
            page.locator("#new-requester").fill(String.valueOf(zheng.login()));
            page.locator(".float.is-wide .is-primary").click();
            page.waitForURL(url -> url.contains("requester=!" + zheng.login()));
        }
    }

    @Test
    void thePanelIsUsedOnAPhoneInTheDarkToo() {
        try (var reader = signedIn(zhou, Browser.phone(http.root()).with("theme", "dark"))) {
            var page = reader.open("/tickets?team=" + team.code()).page();
            reader.settled();
            page.locator("summary[data-key=F]").click();
            reader.isAccessible().fits().shot("filter-panel-phone");
            page.locator("#new-tag").fill("vpn");
            page.locator(".float.is-wide .is-primary").click();
            page.waitForURL(url -> url.contains("tag=vpn"));
        }
    }

    @Test
    void whomNobodyKnowsIsSaid() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets?add=&new.requester=没有这个人").page();
            assertThat(page.locator(".token.is-strange")).containsText("没有这个人");
        }
    }

    @Test
    void theBoardAndTheCalendarAreNarrowedTheSameWay() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            for (var place : List.of("/tickets/board?by=assignee&team=", "/tickets/calendar?span=week&team=")) {
                var page = reader.open(place + team.code()).page();
                page.locator("summary[data-key=F]").click();
                page.locator("#new-tag").fill("vpn");
                page.locator(".float.is-wide .is-primary").click();
                page.waitForURL(url -> url.contains("tag=vpn"));
                reader.settled();
                assertThat(page.url())
                        .contains(
                                place.substring(0, place.indexOf('?')),
                                place.substring(place.indexOf('?') + 1, place.indexOf('&')));
                assertThat(page.locator(".tokens .token")).hasCount(2);
                reader.isAccessible().fits();
            }
        }
    }

    private static void tick(Locator panel, String token) {
        panel.page().locator("summary[data-key=F]").click();
        panel.locator("[value='" + token + "']").check();
        panel.locator(".is-primary").click();
        panel.page().waitForURL(url -> url.contains(token.replace(':', '=')));
    }
}
