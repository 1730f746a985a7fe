package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Meeting;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.journal.Journal;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Stage.HoldFor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The due time that a queue shows is that of the clocks, also when both change in the same moment. */
@QiaoTest
class DueReaderTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Clocks clocks;

    @Autowired
    DueReader reader;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Test
    void aTicketThatIsPutOnHoldWhileItsClocksAreCopiedShowsWhatTheyStandAt() {
        var now = clock.nextMonday();
        var team = cast.team(null);
        var lin = cast.join(team, cast.hire("engineer"));
        var number = tickets.open(Draft.titled("投影仪不亮", cast.hire("requester"), Source.WEB), now)
                .number();
        tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), now);
        tickets.accept(number, null, lin, now);
        var batch = journal.of(Tickets.KIND, number, 0, 1);
        Meeting.of(
                db,
                () -> tickets.hold(
                        number, null, HoldFor.REQUESTER, "等截图", now.plus(Duration.ofDays(1)), lin, now.plusSeconds(60)),
                () -> db.transact(reader.read(batch, now)),
                () -> {});
        assertThat(tickets.find(number, lin).times().dueAt())
                .isEqualTo(clocks.nearestDue(Tickets.KIND, List.of(number)).get(number));
    }
}
