package dev.qiao.ticket.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Happened;
import dev.qiao.journal.Live;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is there is told to the desk only, within sight, and not for longer than it is true. */
@QiaoTest
class PresencesTest {
    @Autowired
    Presences presences;

    @Autowired
    PresenceSql sql;

    @Autowired
    Queue queue;

    @Autowired
    Live live;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    Team team;
    Me zhou;
    Me lin;
    Me zheng;
    long number;
    UUID page = UUID.randomUUID();

    @BeforeEach
    void twoAtTheSameTicket() {
        cast.hire("admin");
        team = cast.team(null);
        zhou = cast.join(team, cast.hire("engineer"));
        lin = cast.join(team, cast.hire("engineer"));
        zheng = cast.hire("requester");
        number = open(false);
    }

    @Test
    void othersAreSeenOnceEachHoweverManyPagesTheyHaveOpen() {
        presences.note(number, page, false, lin, clock.instant());
        presences.note(number, UUID.randomUUID(), true, lin, clock.instant());
        assertThat(seenBy(zhou)).containsExactly(new Present(number, lin.id(), true));
        assertThat(seenBy(lin)).isEmpty();
    }

    @Test
    void whoIsSilentIsGoneAndWhoGoesOnIsThere() {
        presences.note(number, page, false, lin, clock.instant());
        presences.note(number, page, false, lin, clock.advance(Duration.ofSeconds(40)));
        assertThat(presences.of(List.of(number), zhou, clock.advance(Duration.ofSeconds(40))))
                .isNotEmpty();
        assertThat(presences.of(List.of(number), zhou, clock.advance(Duration.ofSeconds(10))))
                .isEmpty();
        workers.crank(clock.advance(Duration.ofMinutes(10)));
        presences.note(number, page, false, lin, clock.instant());
        assertThat(seenBy(zhou)).hasSize(1);
    }

    @Test
    void aPageShowsOneTicketAndWhoLeavesIsGone() {
        long second = open(false);
        presences.note(number, page, false, lin, clock.instant());
        presences.note(second, page, false, lin, clock.instant());
        assertThat(seenBy(zhou)).isEmpty();
        assertThat(presences.of(List.of(second), zhou, clock.instant())).containsOnlyKeys(second);
        presences.leave(page, zhou);
        assertThat(presences.of(List.of(second), zhou, clock.instant())).isNotEmpty();
        presences.leave(page, lin);
        assertThat(presences.of(List.of(second), zhou, clock.instant())).isEmpty();
    }

    @Test
    void whomWeServeIsNeverSeenTypingAndIsToldOfNobody() {
        presences.note(number, page, true, zheng, clock.instant());
        presences.note(number, UUID.randomUUID(), true, lin, clock.instant());
        assertThat(seenBy(zhou))
                .containsExactlyInAnyOrder(new Present(number, zheng.id(), false), new Present(number, lin.id(), true));
        assertThat(seenBy(zheng)).isEmpty();
        assertThat(heardBy(zheng)).isEmpty();
    }

    @Test
    void whoMayNotSeeTheTicketNeitherSaysNorHearsWhoReadsIt() {
        long secret = open(true);
        var owner = cast.me(zheng.id());
        presences.note(secret, page, false, owner, clock.instant());
        assertThatThrownBy(() -> presences.note(secret, UUID.randomUUID(), false, zhou, clock.instant()))
                .isInstanceOf(Refused.class);
        var told = new Happened(0, PresenceNews.KIND, secret, Audience.INTERNAL);
        assertThat(live.sightOf(List.of(told), zhou)).isEmpty();
        assertThat(live.sightOf(List.of(told), Me.QIAO)).containsExactly(told);
    }

    /** With news of its own: those of the desk are taken by the stream of whoever listens. */
    @Test
    void onlyWhatChangedIsNews() {
        var news = new PresenceNews(sql, queue, workers, clock);
        presences.note(number, page, false, lin, clock.instant());
        assertThat(numbers(news)).contains(number);
        presences.note(number, page, false, lin, clock.instant());
        assertThat(numbers(news)).doesNotContain(number);
        presences.note(number, page, true, lin, clock.instant());
        assertThat(numbers(news)).contains(number);
        clock.advance(Duration.ofMinutes(1));
        assertThat(numbers(news)).contains(number);
    }

    @Test
    void nobodyIsAtMoreThanTwentyPages() {
        var all = java.util.stream.LongStream.range(0, 25)
                .map(_ -> open(false))
                .boxed()
                .toList();
        all.forEach(each -> presences.note(each, UUID.randomUUID(), false, lin, clock.advance(Duration.ofMillis(100))));
        assertThat(presences.of(all, zhou, clock.instant())).hasSize(20);
    }

    private static List<Long> numbers(PresenceNews news) {
        news.changed();
        return news.news().stream().map(Happened::subject).toList();
    }

    private List<Happened> heardBy(Me me) {
        return live.sightOf(List.of(new Happened(0, PresenceNews.KIND, number, Audience.INTERNAL)), me);
    }

    private List<Present> seenBy(Me me) {
        Map<Long, List<Present>> all = presences.of(List.of(number), me, clock.instant());
        return Objects.requireNonNullElse(all.get(number), List.of());
    }

    private long open(boolean restricted) {
        var draft = restricted
                ? new Draft(
                        UUID.randomUUID(),
                        cast.hire("manager"),
                        Kind.INCIDENT,
                        "工资",
                        "",
                        Level.HIGH,
                        Level.HIGH,
                        null,
                        null,
                        null,
                        zheng.id(),
                        Source.PHONE,
                        null,
                        List.of(),
                        true)
                : Draft.titled("打印机卡纸", zheng, Source.PHONE);
        long opened = tickets.open(draft, clock.instant()).number();
        if (!restricted) tickets.assign(opened, null, team.id(), null, null, cast.hire("manager"), clock.instant());
        return opened;
    }
}
