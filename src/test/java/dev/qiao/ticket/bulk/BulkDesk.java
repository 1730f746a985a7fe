package dev.qiao.ticket.bulk;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A team with one engineer, whose tickets a user opens and a manager assigns. */
@QiaoTest
abstract class BulkDesk {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Bulks bulks;

    @Autowired
    BulkWorker worker;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Team team;
    Me user;
    Me lin;
    Me manager;
    Instant now;

    @BeforeEach
    void aDesk() {
        now = clock.instant();
        cast.hire("admin");
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
    }

    /** Tickets of these titles, assigned to the team. */
    List<Long> open(Team with, String... titles) {
        var drafts = Arrays.stream(titles)
                .map(title -> Draft.titled(title, user, Source.WEB))
                .toList();
        var numbers = tickets.open(drafts, now).stream().map(Ticket::number).toList();
        numbers.forEach(n -> tickets.assign(n, null, with.id(), null, null, manager, now));
        return numbers;
    }

    List<Long> open(int many, Team with) {
        return open(
                with, IntStream.range(0, many).mapToObj(i -> "第" + i + "台断网").toArray(String[]::new));
    }

    Bulk finished(Bulk bulk, Me me) {
        while (bulks.find(bulk.id(), me).running()) worker.work(now);
        return bulks.find(bulk.id(), me);
    }

    /** Their browser, signed in. */
    Http desk(Me me) {
        var desk = http.browser();
        desk.signIn(login(me), Crowd.PASSWORD).expect(303);
        return desk;
    }

    /** By which somebody signs in, with the password of all. */
    String login(Me me) {
        crowd.withPassword(people.find(me.id()).orElseThrow(), now);
        return Objects.requireNonNull(me.login());
    }
}
