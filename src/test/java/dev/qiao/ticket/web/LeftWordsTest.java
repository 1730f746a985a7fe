package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague is quicker: what was written for the act is not lost with it. */
class LeftWordsTest extends DeskStory {
    private static final String WRITTEN = "重启了B座的读卡器，还换了一根网线";

    @Autowired
    Participants participants;

    @Autowired
    Drafts drafts;

    @Test
    void aSolutionThatCameTooLateGoesOnInAReply() {
        var other = cast.join(team, cast.hire("engineer"));
        tickets.accept(number, null, zhou, clock.instant());
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/resolution/new").page();
            page.locator("[name=solution]").fill(WRITTEN);
            assertThat(page.locator("form.act .saved")).containsText("草稿已存");
            tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了读卡器", null, other, clock.instant());
            page = desk.open("/tickets/" + number).isAccessible().fits().page();
            assertThat(page.locator("[data-left]")).containsText(WRITTEN);
            desk.shot("left-words");

            page.locator("[data-drop]").click();
            assertThat(page.locator("[data-drop]")).hasText("拿回草稿");
            page.locator("[data-drop]").click();
            assertThat(page.locator("[data-drop]")).hasText("不要草稿");
            page = desk.open("/tickets/" + number).page();
            page.locator("[data-put]").click();
            assertThat(page.locator("[data-left]")).hasCount(0);
            assertThat(page.locator("#text")).hasValue(WRITTEN);
            assertThat(page.locator(".composer .saved")).containsText("草稿已存");
            page = desk.open("/tickets/" + number).page();
            assertThat(page.locator("#text")).hasValue(WRITTEN);
            assertThat(page.locator("[data-left]")).hasCount(0);
        }
    }

    @Test
    void whatWasMeantForColleaguesStaysAmongThem() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/hold/new").page();
            page.locator("[name=reason]").fill("客户那边没人接");
            assertThat(page.locator("form.act .saved")).containsText("草稿已存");
            tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了读卡器", null, zhou, clock.instant());
            page = desk.open("/tickets/" + number).page();
            page.locator("[data-put]").click();
            assertThat(page.locator(".composer [value=internal]")).isChecked();
            assertThat(page.locator("#text")).hasValue("客户那边没人接");
            audience(page, "public");
            assertThat(page.locator("#text")).hasValue("");
        }
    }

    @Test
    void whomSomebodyWantedToLetInIsNotForgottenWhenEverybodyIs() {
        var form = "/tickets/" + number + "/named";
        drafts.save(form, Map.of("person", "he.jing", "said.person", "何静"), 0, zhou, clock.instant());
        assertThat(entered(zhou).get("/tickets/" + number).expect(200).text()).contains("何静");
    }

    @Test
    void aRequesterFindsWhatTheyWroteWhenTheDeskReopenedFirst() {
        tickets.accept(number, null, zhou, clock.instant());
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了读卡器", null, zhou, clock.instant());
        try (var mine = signedIn(zheng, Browser.phone(http.root()))) {
            var page = mine.open("/my/" + number).page();
            page.locator("#back summary").click();
            page.locator("[name=reason]").fill("还是刷不开");
            assertThat(page.locator("#back .saved")).containsText("草稿已存");
            tickets.reopen(number, null, "又坏了", zhou, clock.instant());
            page = mine.open("/my/" + number).isAccessible().fits().page();
            page.locator("[data-put]").click();
            assertThat(page.locator("#text")).hasValue("还是刷不开");
        }
    }

    @Test
    void whatIsStillPossibleStaysInItsForm() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var desk = signedIn(zhou, Browser.phone(http.root()))) {
            var page = desk.open("/tickets/" + number + "/resolution/new").page();
            page.locator("[name=solution]").fill(WRITTEN);
            assertThat(page.locator("form.act .saved")).containsText("草稿已存");
            page = desk.open("/tickets/" + number).page();
            assertThat(page.locator("#text")).isVisible();
            assertThat(page.locator("[data-left]").count()).isZero();
        }
    }

    @Test
    void whatWasChosenForASplitALinkOrAMergeIsReadInWordsWhenAnotherTeamHasIt() {
        tickets.accept(number, null, zhou, clock.instant());
        conversation.say(number, "另外打印机也坏了", Audience.PUBLIC, List.of(), zheng, clock.instant());
        conversation.say(number, "VPN也慢", Audience.PUBLIC, List.of(), zheng, clock.instant());
        long other = open("读卡器不亮");
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/split/new").page();
            page.locator("[name=title]").fill("打印机卡纸");
            page.locator("[name=comment]").first().check();
            assertThat(page.locator("form.act .saved")).containsText("草稿已存");
            page = desk.open("/tickets/" + number + "/split/new").page();
            assertThat(page.locator("[name=comment]").first()).isChecked();
            assertThat(page.locator("[name=comment]").last()).not().isChecked();
            fill(desk, "links", "other", other);
            fill(desk, "merge", "into", other);
            var elsewhere = cast.team(null).id();
            participants.add(Tickets.KIND, number, zhou.id(), "watcher", clock.instant());
            tickets.assign(number, null, elsewhere, null, "归他们", cast.hire("manager"), clock.instant());
            page = desk.open("/tickets/" + number).isAccessible().fits().page();
            var split = page.locator("[data-left='/tickets/" + number + "/split']");
            assertThat(split).containsText("打印机卡纸");
            assertThat(split).containsText("> 另外打印机也坏了");
            assertThat(split).not().containsText("VPN也慢");
            assertThat(page.locator("[data-left$='/merge']")).containsText(Long.toString(other));
            desk.shot("left-chosen");
            split.locator("[data-put]").click();
            assertThat(page.locator("#text")).hasValue("打印机卡纸\n> 另外打印机也坏了");
        }
    }

    private void fill(Browser desk, String act, String field, long value) {
        var page = desk.open("/tickets/" + number + "/" + act + "/new").page();
        page.locator("[name=" + field + "]").fill(Long.toString(value));
        assertThat(page.locator("form.act .saved")).containsText("草稿已存");
    }
}
