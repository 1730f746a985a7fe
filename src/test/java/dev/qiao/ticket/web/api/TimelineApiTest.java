package dev.qiao.ticket.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What happened is told in the words that the rest of the API speaks. */
@QiaoTest
class TimelineApiTest {
    @Autowired
    Cast cast;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    @Autowired
    Db db;

    Team team;
    Me user;
    Me lin;
    Http asUser;
    Http asLin;

    @BeforeEach
    void aSmallDesk() {
        clock.nextMonday();
        team = cast.team(null);
        user = cast.hire("requester", cast.organization(false));
        lin = cast.join(team, cast.hire("engineer"));
        asUser = http.as(cast.token(user));
        asLin = http.as(cast.token(lin));
    }

    @Test
    void wordsComeOutAsCodes() {
        var number = opened();
        var facts = facts(number, "ticket.opened");
        assertThat(facts.get("kind").asString()).isEqualTo("incident");
        assertThat(facts.get("priority").asString()).isEqualTo("normal");
        assertThat(facts.get("source").asString()).isEqualTo("api");
    }

    @Test
    void peopleTeamsAndOrganizationsComeOutByCodeAndName() {
        var number = opened();
        asManager()
                .post(path(number, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                .expect(200);
        var opened = facts(number, "ticket.opened");
        assertThat(opened.get("requester").get("code").asString()).isEqualTo(user.login());
        assertThat(opened.get("organization").get("name").asString()).isNotBlank();
        var assigned = facts(number, "ticket.assigned");
        assertThat(assigned.get("team").get("code").asString()).isEqualTo(team.code());
        assertThat(assigned.get("team").get("name").asString()).isEqualTo(team.name());
        assertThat(assigned.get("person").get("code").asString()).isEqualTo(lin.login());
    }

    @Test
    void aHoldSaysForWhomAsTheTicketDoes() {
        var number = opened();
        asManager()
                .post(path(number, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                .expect(200);
        var until = clock.instant().plus(Duration.ofHours(5));
        asLin.post(path(number, "hold"), Map.of("for", "supplier", "reason", "等配件", "until", until.toString()))
                .expect(200);
        assertThat(facts(number, "ticket.held").get("for").asString()).isEqualTo("supplier");
    }

    @Test
    void anEditOfAReferenceNamesBothSides() {
        var number = opened();
        var other = cast.hire("requester", cast.organization(true));
        asManager()
                .patch("/api/v1/tickets/" + number, Map.of("requester", other.login()))
                .expect(200);
        var edits = facts(number, "ticket.edited").get("edits");
        var edit = edits.valueStream()
                .filter(e -> e.get("field").asString().equals("requester"))
                .findFirst()
                .orElseThrow();
        assertThat(edit.get("before").get("code").asString()).isEqualTo(user.login());
        assertThat(edit.get("after").get("code").asString()).isEqualTo(other.login());
    }

    @Test
    void entriesFromBeforeTellTheSame() {
        var number = opened();
        db.transact(() -> db.sql("""
                insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
                values (now(), 'live', 'ticket', :number, 2, 'ticket.held', 0, 'public', '{"waitsFor": "SUPPLIER"}'),
                       (now(), 'live', 'ticket', :number, 2, 'ticket.escalated', 0, 'public',
                        '{"level": "LEAD", "person": 0, "metric": "response", "percent": 75}')
                """).bind("number", number).update());
        assertThat(facts(number, "ticket.held").get("for").asString()).isEqualTo("supplier");
        assertThat(facts(number, "ticket.escalated").get("level").asString()).isEqualTo("lead");
    }

    @Test
    void whatQiaoAddsToAVersionWasNotDoneForThePersonsReason() {
        var number = opened();
        asManager()
                .post(path(number, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                .expect(200);
        var other = cast.team(null);
        asLin.post(path(number, "assignment"), Map.of("team", other.code(), "reason", "是网络的事"))
                .expect(200);
        db.transact(() -> db.sql("""
                insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
                select now(), 'live', 'ticket', number, version, 'ticket.assigned', 0, 'internal', '{}'
                  from ticket.ticket where number = :number
                """).bind("number", number).update());
        var reasons = new ArrayList<String>();
        asManager()
                .get(path(number, "timeline"))
                .expect(200)
                .json()
                .get("items")
                .forEach(event -> {
                    var reason = event.path("reason").asString("");
                    if (!reason.isEmpty()) reasons.add(event.get("act").asString() + " " + reason);
                });
        assertThat(reasons).singleElement().asString().endsWith("是网络的事");
    }

    private long opened() {
        return asUser.post("/api/v1/tickets", Map.of("title", "VPN拨入后打不开CRM", "kind", "incident"))
                .expect(201)
                .json()
                .get("number")
                .asLong();
    }

    private Http asManager() {
        return http.as(cast.token(cast.hire("manager")));
    }

    private JsonNode facts(long number, String act) {
        var found = new ArrayList<JsonNode>(List.of());
        asManager()
                .get(path(number, "timeline"))
                .expect(200)
                .json()
                .get("items")
                .forEach(event -> {
                    if (event.get("act").asString().equals(act)) found.add(event.get("facts"));
                });
        assertThat(found).as(act).isNotEmpty();
        return found.getFirst();
    }

    private static String path(long number, String act) {
        return "/api/v1/tickets/" + number + "/" + act;
    }
}
