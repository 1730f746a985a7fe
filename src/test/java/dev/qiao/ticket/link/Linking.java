package dev.qiao.ticket.link;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Tickets of one team, to be linked. */
@QiaoTest
abstract class Linking {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Links links;

    @Autowired
    Family family;

    @Autowired
    TicketHistory history;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me lin;
    Me manager;
    Team team;
    Instant now;

    @BeforeEach
    void aDesk() {
        now = clock.instant();
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
    }

    long open(String title) {
        var number = tickets.open(Draft.titled(title, user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        return number;
    }
}
