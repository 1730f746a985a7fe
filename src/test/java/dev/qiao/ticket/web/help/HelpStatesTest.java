package dev.qiao.ticket.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Stage.HoldFor;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a ticket says when things do not go straight on. */
class HelpStatesTest extends HelpStory {
    @Autowired
    Ratings ratings;

    @Test
    void aHeldTicketSaysWhomItWaitsForAndGoesOnAfterTheAnswer() {
        long number = open("扫描仪不出图");
        accept(number);
        var until = clock.instant().plus(Duration.ofDays(2));
        tickets.hold(number, null, HoldFor.REQUESTER, "请拍一张面板的照片", until, zhou, clock.instant());
        try (var phone = in(Browser.dark(http.root()))) {
            var page = phone.page();
            page.setViewportSize(390, 844);
            phone.open("/").isAccessible().fits().shot("help-home-held-dark-phone");
            phone.open("/my/" + number).isAccessible().fits().shot("help-held-dark-phone");
            assertThat(page.locator("#way").textContent()).contains("在等您", "请您回复一句");
            assertThat(page.locator("#talk").textContent()).contains("在等您回复：请拍一张面板的照片");
            page.locator("input[type=file]").setInputFiles(picture());
            page.locator(".file input[name=file]").waitFor(attached());
            button(phone, "发送").click();
            page.locator("#talk").getByText("请看附件").waitFor();
            page.locator("#way").getByText("我们答应您").waitFor();
        }
        assertThat(tickets.find(number, zheng).stage().name().code()).isEqualTo("working");
    }

    @Test
    void aBrokenPromiseIsToldAsItIs() {
        long number = open("邮件发不出去");
        accept(number);
        clock.advance(Duration.ofHours(26));
        try (var phone = in(Browser.phone(http.root()))) {
            phone.open("/my/" + number).isAccessible().fits().shot("help-late-phone");
            assertThat(phone.page().locator("#way").textContent()).contains("答应您", "晚了");
            phone.open("/my").isAccessible().fits();
        }
    }

    @Test
    void somebodyElsesActShowsWithoutReloading() {
        long number = open("投影仪没有信号");
        try (var desk = in(Browser.desktop(http.root()))) {
            desk.open("/my/" + number);
            accept(number);
            desk.page().locator("#way").getByText("周建平").waitFor();
            desk.page().locator("#talk").getByText("接手处理").waitFor();
        }
    }

    @Test
    void theRatingIsReadOnThePageOfTheDesk() {
        long number = open("键盘失灵");
        accept(number);
        resolve(number);
        ratings.rate(number, 4, "换得快", zheng, clock.instant());
        try (var desk = Browser.desktop(http.root()).signIn(Objects.requireNonNull(zhou.login()), Crowd.PASSWORD)) {
            desk.open("/tickets/" + number);
            assertThat(desk.page().locator("#rating").textContent()).contains("满意", "换得快");
            desk.shot("rating-panel");
        }
    }
}
