package dev.qiao.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Sight.Way;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody sees and may do is explained by the very rules that decide it. */
@QiaoTest
class AccessTest {
    @Autowired
    Access access;

    @Autowired
    People people;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void eachPermissionSaysFromWhichRoleItComes() {
        var me = crowd.me(clock.instant(), "requester", "engineer");
        var admin = cast.hire("admin");
        var explained = access.of(people.find(me.id()).orElseThrow(), admin);
        for (var grant : explained.grants()) {
            assertThat(!grant.from().isEmpty()).as(grant.permission().code()).isEqualTo(me.may(grant.permission()));
        }
        assertThat(explained.grants())
                .filteredOn(grant -> grant.permission() == Permission.REQUEST)
                .flatExtracting(Access.Grant::from)
                .extracting(role -> role.code())
                .containsExactlyInAnyOrder("requester", "engineer");
    }

    @Test
    void aTicketIsSeenByOneWayOrNotAndTheReasonIsSaid() {
        clock.nextMonday();
        var requester = cast.hire("requester");
        var number = http.as(cast.token(requester))
                .post("/api/v1/tickets", Map.of("kind", "incident", "title", "看得到吗"))
                .expect(201)
                .json()
                .get("number")
                .asLong();
        var team = cast.team(null);
        var engineer = cast.join(team, cast.hire("engineer"));
        var admin = cast.hire("admin");
        assertThat(tries(number, requester, admin).way()).isEqualTo(Way.OWN);
        assertThat(access.of(people.find(requester.id()).orElseThrow(), admin).counts())
                .isEqualTo(Map.of(Way.OWN, 1, Way.TAKES_PART, 0));
        assertThat(tries(number, engineer, admin).whyNot()).isEqualTo("people.access.why.other_team");
        assertThat(tries(number, cast.hire("requester"), admin).whyNot()).isEqualTo("people.access.why.not_theirs");
        http.as(cast.token(admin))
                .post("/api/v1/tickets/" + number + "/assignment", Map.of("team", team.code()))
                .expect(200);
        assertThat(tries(number, engineer, admin).way()).isEqualTo(Way.TEAM);
        assertThat(tries(number, cast.hire("manager"), admin).way()).isEqualTo(Way.ALL);
    }

    @Test
    void onThePageANumberIsTriedAndWhoDoesNotSeeItLearnsNothing() {
        var now = clock.instant();
        var asked = crowd.person(now, "requester");
        var somebody = crowd.withPassword(crowd.person(now, "admin"), now);
        try (var admin = Browser.phone(http.root()).signIn(Objects.requireNonNull(somebody.login()), Crowd.PASSWORD)) {
            admin.open("/people/" + asked.id());
            admin.page().getByText("能看到什么、能做什么").click();
            admin.page().waitForURL("**/access");
            admin.isAccessible().fits().shot("access");
            admin.page().locator("[name=ticket]").fill("999999999");
            admin.page().getByText("试一试").click();
            admin.page().getByText("没有999999999这张工单，或者您自己也看不到").waitFor();
            admin.page().locator("[aria-labelledby=grants] a").first().click();
            admin.page().waitForURL("**/roles/requester/edit");
            admin.page().locator("[name=permissions]").first().waitFor();
        }
    }

    private TicketsInSight.Answer tries(long number, Me other, Me admin) {
        return access.tries(number, people.find(other.id()).orElseThrow(), admin)
                .orElseThrow();
    }
}
