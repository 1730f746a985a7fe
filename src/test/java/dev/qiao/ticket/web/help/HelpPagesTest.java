package dev.qiao.ticket.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.journal.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main story as the person who asks lives it, on a phone and at a desk. */
class HelpPagesTest extends HelpStory {
    @Test
    void fromTheFirstWordToTheRatingOnAPhone() {
        try (var phone = in(Browser.phone(http.root()))) {
            phone.open("/").isAccessible().fits().shot("help-home-empty-phone");
            var page = phone.page();
            page.getByLabel("说说发生了什么").fill("VPN拨入后打不开CRM。组里七个人都这样，用手机热点也不行。");
            page.locator("input[type=file]").setInputFiles(picture());
            page.locator(".file input[name=file]").waitFor(attached());
            phone.shot("help-report-phone");
            button(phone, "报给服务台").click();
            page.waitForURL("**/my/*");
            long number = Long.parseLong(page.url().replaceAll(".*/", ""));
            assertThat(page.locator("h1").textContent()).isEqualTo("VPN拨入后打不开CRM");
            assertThat(page.locator("#talk").textContent()).contains("组里七个人都这样", "screen.png");
            phone.isAccessible().fits().shot("help-follow-new-phone");

            accept(number);
            conversation.say(number, "郑经理，原因找到了，预计11:20前恢复。", Audience.PUBLIC, List.of(), zhou, clock.instant());
            conversation.say(number, "隧道地址池是通的。", Audience.INTERNAL, List.of(), zhou, clock.instant());
            phone.open("/").isAccessible().fits().shot("help-home-phone");
            assertThat(page.locator(".follow").textContent()).contains("我们答应您", "前解决", "原因找到了");

            phone.open("/my/" + number);
            assertThat(page.locator("#talk").textContent()).contains("周建平").doesNotContain("隧道地址池");
            page.locator("#text").fill("好的，我等着。");
            button(phone, "发送").click();
            page.locator("#talk").getByText("好的，我等着。").waitFor();

            resolve(number);
            phone.open("/my/" + number).isAccessible().fits().shot("help-resolved-phone");
            button(phone, "已经好了").click();
            page.locator("#verdict").getByText("问题又来了？").waitFor();
            page.getByText("很好").click();
            page.getByLabel("想说的话").fill("很快");
            phone.shot("help-rate-phone");
            button(phone, "提交评价").click();
            page.locator("#verdict").getByText("改评价").waitFor();
            assertThat(page.locator("#verdict").textContent()).contains("很好", "很快");
            phone.isAccessible().fits().shot("help-rated-phone");
        }
    }

    @Test
    void whatIsNotSolvedGoesBackWithAReason() {
        long number = open("打印机一直卡纸");
        accept(number);
        resolve(number);
        try (var desk = in(Browser.desktop(http.root()))) {
            desk.open("/").isAccessible().shot("help-home-resolved");
            desk.open("/my/" + number);
            desk.page().getByText("问题还在").click();
            button(desk, "送回去接着处理").click();
            desk.page().locator("#back textarea:invalid").waitFor();
            desk.page().getByLabel("现在是什么情况").fill("第二页还是卡");
            desk.isAccessible().shot("help-back");
            button(desk, "送回去接着处理").click();
            desk.page().locator("#talk").getByText("第二页还是卡").waitFor();
            desk.isAccessible().shot("help-follow");
        }
        assertThat(tickets.find(number, zheng).stage().name().code()).isEqualTo("working");
    }

    @Test
    void whatNobodyHasBegunIsTakenBackAfterBeingAskedOnce() {
        long number = open("耳机没有声音");
        try (var phone = in(Browser.phone(http.root()))) {
            phone.open("/my/" + number);
            phone.page().getByText("不用处理了").click();
            phone.isAccessible().shot("help-cancel-phone");
            button(phone, "撤回").click();
            phone.page().locator("#way").getByText("您撤回了").waitFor();
        }
        assertThat(tickets.find(number, zheng).stage().name().code()).isEqualTo("closed");
    }

    @Test
    void ownTicketsAreListedFoundAndReadOn() {
        for (int i = 1; i <= 30; i++) open("第" + i + "次报告");
        long printer = open("打印机一直卡纸");
        try (var phone = in(Browser.phone(http.root()))) {
            var page = phone.page();
            phone.open("/my").isAccessible().fits().shot("help-mine-phone");
            assertThat(page.locator(".mine li:not(.more)").count()).isEqualTo(25);
            page.locator(".mine .more").scrollIntoViewIfNeeded();
            page.getByText("第1次报告").waitFor();
            page.getByLabel("在我报的里找").fill("卡纸");
            page.keyboard().press("Enter");
            page.waitForURL("**q=*");
            assertThat(page.locator(".mine b").allTextContents()).containsExactly("打印机一直卡纸");
            phone.open("/my?q=" + printer);
            assertThat(page.url()).endsWith("/my/" + printer);
            phone.open("/my?q=没有这个").isAccessible().shot("help-none-phone");
        }
    }

    @Test
    void oneCanReportForAColleague() {
        var company = people.find(zheng.id()).orElseThrow().organization();
        var he = person("何静", "requester", company);
        person("何静", "requester", cast.organization(false).id());
        try (var desk = in(Browser.dark(http.root()))) {
            var page = desk.page();
            desk.open("/my/new").isAccessible().shot("help-form-dark");
            page.getByLabel("说说发生了什么").fill("何静的电脑开不了机");
            page.getByLabel("替哪位同事报").pressSequentially("何静");
            page.locator(".pick label").waitFor();
            assertThat(page.locator(".pick label").count()).isEqualTo(1);
            desk.isAccessible();
            button(desk, "报给服务台").click();
            page.waitForURL("**/my/*");
            assertThat(page.locator(".facts").textContent()).contains("何静", "郑海涛");
            long number = Long.parseLong(page.url().replaceAll(".*/", ""));
            assertThat(tickets.find(number, he).matter().reporter()).isEqualTo(zheng.id());
            desk.isAccessible().shot("help-follow-dark");
        }
    }

    @Test
    void sayingNothingIsToldAtTheBox() {
        try (var phone = in(Browser.phone(http.root()))) {
            phone.open("/");
            button(phone, "报给服务台").click();
            phone.page().locator(".wrong").getByText("说一句发生了什么").waitFor();
            phone.isAccessible().shot("help-nothing-phone");
        }
    }
}
