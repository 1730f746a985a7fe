package dev.qiao.ticket.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a mention lets in. */
@QiaoTest
class MentionsTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    TestClock clock;

    Me user;
    Me colleague;
    Me stranger;
    Me lin;
    Me wang;
    long number;

    @BeforeEach
    void aTicketOfACustomer() {
        var organization = cast.organization(false);
        user = cast.hire("requester", organization);
        colleague = cast.hire("requester", organization);
        stranger = cast.hire("requester", cast.organization(false));
        var team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        wang = cast.join(cast.team(null), cast.hire("engineer"));
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), clock.instant())
                .number();
        tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), clock.instant());
    }

    @Test
    void whoMayNotReadInternalWordsIsNotLetInByThem() {
        assertThat(named(Audience.INTERNAL, lin)).containsExactly(wang.id());
        assertThat(sees(wang)).isTrue();
        assertThat(sees(colleague)).isFalse();
        assertThat(sees(stranger)).isFalse();
    }

    @Test
    void aCustomerLetsInColleaguesAndTheDeskAndNobodyElse() {
        assertThat(named(Audience.PUBLIC, user)).containsExactlyInAnyOrder(colleague.id(), wang.id());
        assertThat(sees(wang)).isTrue();
        assertThat(sees(colleague)).isTrue();
        assertThat(sees(stranger)).isFalse();
    }

    @Test
    void theDeskLetsInWhomItNamesInWordsThatTheyMayRead() {
        assertThat(named(Audience.PUBLIC, lin)).hasSize(3);
        assertThat(sees(stranger)).isTrue();
    }

    /** Those whom this person's words are kept as naming, and told. */
    private List<Long> named(Audience audience, Me by) {
        var words = "@" + colleague.login() + " @" + stranger.login() + " @" + wang.login() + " 请看";
        return conversation
                .say(number, words, audience, List.of(), by, clock.instant())
                .mentions();
    }

    private boolean sees(Me me) {
        return !tickets.of(List.of(number), me).isEmpty();
    }
}
