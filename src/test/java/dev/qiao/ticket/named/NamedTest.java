package dev.qiao.ticket.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class NamedTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Named named;

    @Autowired
    Editing editing;

    @Autowired
    Undos undos;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me lin;
    Me wang;
    Me manager;
    Team team;
    Team other;
    Instant now;
    long number;

    @BeforeEach
    void aDesk() {
        now = clock.instant();
        team = cast.team(null);
        other = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        wang = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("工资单看不到", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), lin.id(), null, manager, now);
    }

    private boolean sees(Me me) {
        return !tickets.of(List.of(number), me).isEmpty();
    }

    private void restrict() {
        http.as(cast.token(manager))
                .patch("/api/v1/tickets/" + number, Map.of("restricted", true))
                .expect(200);
    }

    @Test
    void whoRestrictsATicketAndWhoWorksOnItGoOnSeeingItAndNobodyElse() {
        restrict();
        assertThat(sees(user)).isTrue();
        assertThat(sees(manager)).isTrue();
        assertThat(sees(lin)).isTrue();
        assertThat(sees(wang)).as("of the same team").isFalse();
        assertThat(sees(cast.hire("manager"))).isFalse();
    }

    @Test
    void whoWatchedItWhenEverybodySawItWasNotNamedByThatAndFollowsItAgainWhenEverybodyDoes() {
        editing.watch(number, wang, now);
        int version = tickets.find(number, wang).version();
        editing.watch(number, wang, now);
        assertThat(tickets.find(number, wang).version()).as("twice is once").isEqualTo(version);
        restrict();
        assertThat(sees(wang)).isFalse();
        assertThat(named.of(number, lin)).extracting(Person::id).doesNotContain(wang.id());
        undos.takeBack(number, manager, now);
        assertThat(sees(wang)).isTrue();
        editing.unwatch(number, wang, now);
        assertThat(tickets.find(number, wang).version()).as("watched again").isEqualTo(version + 3);
    }

    @Test
    void aPersonIsNamedAndNoLonger() {
        restrict();
        named.add(number, wang.id(), manager, now);
        named.add(number, wang.id(), manager, now);
        assertThat(sees(wang)).isTrue();
        assertThat(named.of(number, lin)).extracting(Person::id).contains(wang.id(), lin.id(), manager.id());
        named.remove(number, wang.id(), manager, now);
        assertThat(sees(wang)).isFalse();
    }

    @Test
    void whoHasTheWorkStaysAndAnOpenTicketNeedsNoNames() {
        assertThatThrownBy(() -> named.add(number, wang.id(), manager, now)).isInstanceOf(Refused.class);
        restrict();
        assertThatThrownBy(() -> named.remove(number, lin.id(), manager, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> named.add(number, wang.id(), lin, now)).isInstanceOf(Refused.class);
    }

    @Test
    void theApiNamesPeopleByLogin() {
        restrict();
        var path = "/api/v1/tickets/" + number + "/named";
        var login = Objects.requireNonNull(wang.login());
        http.as(cast.token(manager)).post(path, Map.of("person", login)).expect(204);
        assertThat(http.as(cast.token(wang)).get(path).expect(200).text()).contains(login);
        http.as(cast.token(manager)).delete(path + "/" + login).expect(204);
        http.as(cast.token(wang)).get(path).expect(404);
        http.as(cast.token(manager)).post(path, Map.of("person", "nobody")).expect(422);
        http.as(cast.token(lin)).post(path, Map.of("person", login)).expect(403);
    }

    @Test
    void whoWorkedOrSpokeOnATicketGoesOnSeeingItWhenAnotherTeamHasIt() {
        conversation.say(number, "先看看日志", Audience.INTERNAL, List.of(), wang, now);
        tickets.accept(number, null, lin, now);
        tickets.assign(number, null, other.id(), null, "不归我们", lin, now);
        assertThat(sees(lin)).isTrue();
        assertThat(sees(wang)).isTrue();
        assertThat(sees(cast.join(team, cast.hire("engineer"))))
                .as("took no part")
                .isFalse();
    }
}
