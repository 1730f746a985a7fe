package dev.qiao.people.roster.web;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Rosters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A team of a lead with two engineers, who can take turns by the week. */
@QiaoTest
abstract class RosterDesk {
    @Autowired
    Crowd crowd;

    @Autowired
    Teams teams;

    @Autowired
    Leaves leaves;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Instant now;
    Person lead;
    Person lin;
    Person wei;
    Team team;

    @BeforeEach
    void aTeam() {
        now = clock.nextMonday();
        crowd.person(now, "admin");
        lead = crowd.withPassword(crowd.person(now, "lead"), now);
        lin = crowd.withPassword(crowd.person(now, "engineer"), now);
        wei = crowd.person(now, "engineer");
        var draft = new TeamDraft("网络组", Tier.FIRST, lead.id(), ZoneId.of("Asia/Shanghai"), true);
        team = teams.add(crowd.word("net"), draft, Me.QIAO, now);
        teams.staff(team.id(), Set.of(lin.id(), wei.id()), Me.QIAO, now);
    }

    /** Lin and wei take turns by the week, from this Monday at nine. */
    void layer() {
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(lead.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/teams/" + team.code() + "/layers/new").expect(200);
        var monday = now.atZone(team.zone()).toLocalDateTime().toString();
        var fields = Map.of(
                "name",
                "值守",
                "level",
                "0",
                "every",
                "1",
                "unit",
                "week",
                "starts",
                monday,
                LayerForm.turn(lin.id()),
                "1",
                LayerForm.turn(wei.id()),
                "2");
        browser.form("/teams/" + team.code() + "/layers", fields).expect(303);
    }
}
