package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A macro that replies asks first when somebody has just said something, as the composer does. */
class MacroCrossingTest extends DeskStory {
    @Autowired
    Macros macros;

    @Test
    void whoRunsAMacroOverNewerWordsIsShownThemFirst() {
        long id = macro(Order.of(Deed.ACCEPT), Order.of(Deed.REPLY).saying("已在处理"));
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/macros/new").page();
            say("不用了，自己好了");
            page.locator("button[hx-post*='/macros/" + id + "']").click();
            assertThat(page.locator("#crossed-act")).containsText("不用了，自己好了");
            assertThat(replies()).containsExactly("不用了，自己好了");
            assertThat(tickets.find(number, zhou).place().person()).isNull();
            desk.isAccessible().fits().shot("macro-crossing");
            page.locator("#crossed-act button").click();
            assertThat(page.locator("#talk")).containsText("已在处理");
            assertThat(replies()).containsExactly("不用了，自己好了", "已在处理");
        }
    }

    @Test
    void oneThatSaysNothingOutsideIsDone() {
        long quiet = macro(Order.of(Deed.ACCEPT), Order.of(Deed.NOTE).saying("看过了"));
        long loud = macro(Order.of(Deed.REPLY).saying("已在处理"));
        say("还是不行");
        assertThatThrownBy(() -> macros.run(loud, number, 0L, zhou, clock.instant()))
                .isInstanceOf(Refused.class);
        macros.run(quiet, number, 0L, zhou, clock.instant());
        assertThat(tickets.find(number, zhou).place().person()).isEqualTo(zhou.id());
    }

    private long macro(Order... orders) {
        return macros.save(new Macro(0, team.id(), "收到", List.of(orders), true), zhou, clock.instant());
    }

    private void say(String words) {
        conversation.say(number, words, Audience.PUBLIC, List.of(), zheng, clock.instant());
    }

    private List<String> replies() {
        return conversation.of(tickets.find(number, zheng), zheng, 0, 10).stream()
                .map(comment -> comment.text())
                .toList();
    }
}
