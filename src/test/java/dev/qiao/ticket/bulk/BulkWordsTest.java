package dev.qiao.ticket.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import org.junit.jupiter.api.Test;

/** Why a ticket was left as it is, in the reader's words. */
class BulkWordsTest extends BulkDesk {
    private String detail(Bulk bulk, String language) {
        return http.as(cast.token(lin))
                .with("Accept-Language", language)
                .get("/api/v1/bulk/" + bulk.id() + "/items?outcome=" + Fate.REFUSED.code())
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("detail")
                .asString();
    }

    @Test
    void whatOneChangedOneselfSinceIsNotSaidToBeSomebodyElses() {
        var numbers = open(team, "一", "二");
        var bulk = finished(bulks.start(Order.of(Deed.ACCEPT), numbers, lin, now), lin);
        long changed = numbers.getFirst();
        tickets.handBack(changed, null, "让别人来", lin, now);
        var back = finished(bulks.reverse(bulk.id(), lin, now.plusSeconds(60)), lin);
        assertThat(detail(back, "zh-CN")).contains(Long.toString(changed)).doesNotContain("别人");
        assertThat(detail(back, "en")).contains("since").doesNotContain("somebody else");
        assertThat(detail(back, "zh-TW")).contains("之後");
    }
}
