package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An incident goes on in the ticket into which somebody merged its own. */
@QiaoTest
class MergedIncidentTest {
    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Alerts alerts;

    @Autowired
    AlertSql sql;

    @Autowired
    Tickets tickets;

    @Autowired
    Cast cast;

    @Autowired
    Merges merges;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final String group = Machine.unique("merged");

    @Test
    void whatComesLaterJoinsTheSurvivorWhichIsRestoredWithTheLastOfIt() {
        say("one", Says.FIRING);
        long opened = ticketOf("one");
        var draft = Draft.titled("用户报的", Me.QIAO, Source.PHONE)
                .requester(cast.hire("requester").id());
        var reported = tickets.open(List.of(draft), clock.instant()).getFirst().number();
        merges.merge(opened, reported, Me.QIAO, clock.instant());
        clock.advance(Duration.ofHours(2));
        say("two", Says.FIRING);
        assertThat(ticketOf("two")).as("no second ticket").isEqualTo(opened);
        assertThat(alerts.incidentsOf(tickets.find(reported, Me.QIAO), Me.QIAO))
                .singleElement()
                .satisfies(incident -> assertThat(incident.alerts()).isEqualTo(2));
        say("one", Says.RESOLVED);
        assertThat(tickets.find(reported, Me.QIAO).times().restoredAt()).isNull();
        clock.advance(Duration.ofMinutes(5));
        say("two", Says.RESOLVED);
        assertThat(tickets.find(reported, Me.QIAO).times().restoredAt()).isNotNull();
    }

    @Test
    void twoIncidentsInOneTicketAreRestoredWhenBothAre() {
        say("left", Says.FIRING);
        var other = Machine.unique("other");
        say(other, other, Says.FIRING);
        merges.merge(ticketOf("left"), ticketOf(other), Me.QIAO, clock.instant());
        say("left", Says.RESOLVED);
        assertThat(tickets.find(ticketOf(other), Me.QIAO).times().restoredAt()).isNull();
        say(other, other, Says.RESOLVED);
        assertThat(tickets.find(ticketOf(other), Me.QIAO).times().restoredAt()).isNotNull();
    }

    private void say(String key, Says says) {
        say(key, group, says);
    }

    private void say(String key, String together, Says says) {
        var told = new Told(says, group + key, together, null, null, Severity.MAJOR, key, "", "", Map.of());
        alarms.tell(sources.own(clock.instant()).id(), List.of(told), clock.instant());
        workers.crank(clock.instant());
    }

    private long ticketOf(String key) {
        return sql.newest(50).stream()
                .filter(alert -> alert.key().equals(group + key))
                .map(Alert::incident)
                .flatMap(incident -> alerts.incidents(List.of(incident), Me.QIAO).stream())
                .map(Incident::ticket)
                .findFirst()
                .orElseThrow();
    }
}
