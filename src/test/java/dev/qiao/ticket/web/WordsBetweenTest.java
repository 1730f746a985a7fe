package dev.qiao.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Deeds;
import dev.qiao.ticket.deed.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in a row is parted as the reader's language does it. */
class WordsBetweenTest extends DeskStory {
    @Autowired
    Deeds deeds;

    @Test
    void tagsArePartedByTheCommaOfTheLanguage() {
        deeds.perform(number, Order.of(Deed.TAG).tagging(List.of("vpn", "wifi")), zhou, clock.instant());
        var desk = entered(zhou);
        var path = "/tickets/" + number;
        people.prefer("en", "Asia/Shanghai", zhou, clock.instant());
        assertThat(desk.get(path).expect(200).text()).contains("vpn, wifi</dd>").doesNotContain("vpn、wifi");
        people.prefer("zh-CN", "Asia/Shanghai", zhou, clock.instant());
        assertThat(desk.get(path).expect(200).text()).contains("vpn、wifi</dd>");
    }
}
