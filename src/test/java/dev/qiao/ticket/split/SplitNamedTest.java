package dev.qiao.ticket.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.named.Named;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may see a restricted ticket may see what is split off from it. */
@QiaoTest
class SplitNamedTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Editing editing;

    @Autowired
    Named named;

    @Autowired
    Splits splits;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private boolean sees(long number, Me me) {
        return !tickets.of(List.of(number), me).isEmpty();
    }

    private void restrict(long number, boolean restricted, Me me) {
        http.as(cast.token(me))
                .patch("/api/v1/tickets/" + number, Map.of("restricted", restricted))
                .expect(200);
    }

    @Test
    void whoIsNamedGoesAlongAndWhoIsSetAsideFollowsItWhenItIsOpened() {
        var now = clock.instant();
        var team = cast.team(null);
        var user = cast.hire("requester");
        var lin = cast.join(team, cast.hire("engineer"));
        var cen = cast.hire("engineer");
        var watcher = cast.join(team, cast.hire("engineer"));
        var manager = cast.hire("manager");
        long number =
                tickets.open(Draft.titled("工资单看不到", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), lin.id(), null, manager, now);
        editing.watch(number, watcher, now);
        restrict(number, true, manager);
        named.add(number, cen.id(), manager, now);
        var note = conversation.say(number, "另有一处权限不对", Audience.INTERNAL, List.of(), cen, now);
        var qi = cast.hire("manager");
        named.add(number, qi.id(), manager, now);
        long fresh = splits.split(number, "权限不对", List.of(note.id()), qi, now).number();
        for (var me : List.of(cen, lin, manager, qi, user))
            assertThat(sees(fresh, me)).isTrue();
        assertThat(conversation.of(tickets.find(fresh, cen), cen, 0, 50))
                .extracting(c -> c.text())
                .containsExactly("另有一处权限不对");
        assertThat(sees(fresh, watcher)).as("set aside").isFalse();
        assertThat(sees(fresh, cast.hire("manager"))).isFalse();
        restrict(fresh, false, manager);
        assertThat(http.as(cast.token(manager))
                        .get("/api/v1/tickets/" + fresh)
                        .expect(200)
                        .json()
                        .get("restricted")
                        .asBoolean())
                .isFalse();
        assertThat(sees(fresh, watcher)).isTrue();
    }
}
