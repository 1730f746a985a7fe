package dev.qiao.ticket.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has not heard of their ticket for too long is noticed once, and again only after they were told something. */
@QiaoTest
class SilenceTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Http http;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketHistory history;

    @Autowired
    Silences silences;

    @Autowired
    SilenceReader reader;

    @Autowired
    SilenceWorker worker;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    Me user;
    Me lin;
    Instant now;
    long number;
    long read;

    @BeforeEach
    void aTicketThatSomebodyWorksOn() {
        now = clock.nextMonday();
        read = 0;
        Team team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        number = tickets.open(Draft.titled("没有回音", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), now);
        tickets.accept(number, null, lin, now);
        follow(now);
    }

    private Instant after(Duration more) {
        var ticket = tickets.find(number, lin);
        int hours = silences.limits().get(ticket.weight().priority());
        return now.plus(Duration.ofHours(hours)).plus(more);
    }

    /** The reader and the worker of this house alone: the tickets of other tests would fall due as well. */
    private void follow(Instant at) {
        var all = journal.of(Tickets.KIND, number, read, 100);
        if (!all.isEmpty()) read = all.getLast().id();
        db.transact(reader.read(all.stream().filter(reader::wants).toList(), at));
        for (int done = worker.work(at); done > 0; ) done = worker.work(at);
    }

    private long noticed() {
        return history.of(tickets.find(number, lin), lin, 0, 100).stream()
                .filter(event -> event.entry().act().equals("ticket.unanswered"))
                .count();
    }

    @Test
    void aSilenceIsToldOnceWhateverIsEditedMeanwhile() {
        follow(after(Duration.ofHours(1)));
        assertThat(noticed()).isEqualTo(1);
        http.as(cast.token(lin))
                .patch("/api/v1/tickets/" + number, "{\"title\":\"没有回音，三楼\"}")
                .expect(200);
        follow(after(Duration.ofHours(2)));
        follow(after(Duration.ofHours(3)));
        assertThat(noticed()).isEqualTo(1);
        conversation.say(number, "在看了", Audience.PUBLIC, List.of(), lin, after(Duration.ofHours(4)));
        follow(after(Duration.ofHours(5)));
        follow(after(Duration.ofDays(8)));
        assertThat(noticed()).isEqualTo(2);
    }

    @Test
    void aFileOfTheRequesterIsNoWordToThem() {
        var bytes = new ByteArrayInputStream(new byte[] {1});
        var file = conversation.keep("a.txt", "text/plain", bytes, user, after(Duration.ofHours(-2)));
        conversation.attach(number, List.of(file.id()), Audience.PUBLIC, user, after(Duration.ofHours(-2)));
        follow(after(Duration.ofHours(-2)));
        follow(after(Duration.ofHours(1)));
        assertThat(noticed()).isEqualTo(1);
    }
}
