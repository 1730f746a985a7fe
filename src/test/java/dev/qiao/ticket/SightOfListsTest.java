package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.ticket.Matter.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list and the ticket itself never contradict each other about who sees it. */
@QiaoTest
class SightOfListsTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me reporter;
    Me other;
    Me manager;
    long number;

    @BeforeEach
    void aTicketOfSomebody() {
        Instant now = clock.instant();
        var organization = cast.organization(false);
        reporter = cast.hire("requester", organization);
        other = cast.hire("requester", organization);
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("奖金发错了" + reporter.login(), reporter, Source.WEB), now)
                .number();
    }

    @Test
    void whoReportedItGoesOnSeeingItWhenItBecomesTheTroubleOfAnother() {
        change("requester", String.valueOf(other.login()));
        assertThat(sees(reporter)).isTrue();
        assertThat(sees(other)).isTrue();
        assertThat(listed(reporter)).isTrue();
    }

    @Test
    void whoReportedWhatIsAnothersAndRestrictedFindsItInNoListUntilItIsOpenAgain() {
        change("requester", String.valueOf(other.login()));
        change("restricted", true);
        assertThat(sees(reporter)).isFalse();
        assertThat(listed(reporter)).isFalse();
        assertThat(sees(other)).isTrue();
        change("restricted", false);
        assertThat(sees(reporter)).isTrue();
        assertThat(listed(reporter)).isTrue();
    }

    @Test
    void whoReportedWhatWasRestrictedBeforeItBecameAnothersSeesItWhenItIsOpenAgain() {
        change("restricted", true);
        assertThat(sees(reporter)).as("it is theirs").isTrue();
        change("requester", String.valueOf(other.login()));
        assertThat(sees(reporter)).isFalse();
        assertThat(listed(reporter)).isFalse();
        change("restricted", false);
        assertThat(sees(reporter)).isTrue();
        assertThat(listed(reporter)).isTrue();
    }

    @Test
    void aStageThatAViewDoesNotHoldLeavesItEmpty() {
        var asked = "/api/v1/tickets?requester=" + reporter.login() + "&stage=waiting&view=";
        var client = http.as(cast.token(manager));
        assertThat(client.get(asked + "open").expect(200).text()).contains("\"number\":" + number);
        assertThat(client.get(asked + "resolved").expect(200).text()).doesNotContain("\"number\":");
        assertThat(client.get(asked + "on_hold").expect(200).text()).doesNotContain("\"number\":");
    }

    private void change(String field, Object value) {
        http.as(cast.token(manager))
                .patch("/api/v1/tickets/" + number, Map.of(field, value))
                .expect(200);
    }

    private boolean sees(Me me) {
        return !tickets.of(List.of(number), me).isEmpty();
    }

    /** In every list of what they reported alike. */
    private boolean listed(Me me) {
        var client = http.as(cast.token(me));
        var all = client.get("/api/v1/tickets?view=reported").expect(200).text().contains("\"number\":" + number);
        for (var stage : new String[] {"&stage=waiting", "&stage=waiting,closed"}) {
            assertThat(client.get("/api/v1/tickets?view=reported" + stage)
                            .expect(200)
                            .text()
                            .contains("\"number\":" + number))
                    .as(stage)
                    .isEqualTo(all);
        }
        return all;
    }
}
