package dev.qiao.ticket.merge;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two tickets of one team, of which one is to go on in the other, with words and a file that not everybody should read. */
@QiaoTest
abstract class RestrictedDesk {
    static final String TITLE = "薪酬表外泄";
    static final String NOTE = "嫌疑账号在财务组";

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Merges merges;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me manager;
    Me user;
    Me wang;
    Team team;
    Instant now;
    long survivor;
    long merged;
    String file;

    @BeforeEach
    void twoTickets() {
        now = clock.instant();
        team = cast.team(null);
        user = cast.hire("requester");
        manager = cast.hire("manager");
        wang = cast.join(team, cast.hire("engineer"));
        survivor = open("文件服务器异常");
        merged = open(TITLE);
    }

    /** It has words and a file of its own when it is merged. */
    void goesOn() {
        conversation.say(merged, NOTE, Audience.INTERNAL, List.of(), manager, now);
        var kept = conversation.keep("名单.txt", "text/plain", new ByteArrayInputStream(new byte[] {1}), manager, now);
        conversation.attach(merged, List.of(kept.id()), Audience.INTERNAL, manager, now);
        file = "/api/v1/attachments/" + kept.id();
        merges.merge(merged, survivor, manager, now);
    }

    long open(String title) {
        long number = tickets.open(Draft.titled(title, user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        return number;
    }

    void restrict(long number, boolean restricted) {
        api(manager)
                .patch("/api/v1/tickets/" + number, Map.of("restricted", restricted))
                .expect(200);
    }

    String comments(Me me) {
        return api(me).get("/api/v1/tickets/" + survivor + "/comments")
                .expect(200)
                .text();
    }

    Http api(Me me) {
        return http.as(cast.token(me));
    }

    Http desk(Me me) {
        crowd.withPassword(people.find(me.id()).orElseThrow(), now);
        var desk = http.browser();
        desk.signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD).expect(303);
        return desk;
    }
}
