package dev.qiao.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.TicketEscalated;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class NoticeTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Undos undos;

    @Autowired
    Participants participants;

    @Autowired
    Notices notices;

    @Autowired
    NoticeReader reader;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me user;
    Me lin;
    Me wei;
    Me manager;
    Team team;
    long number;

    @BeforeEach
    void aTicketWithLin() {
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), NINE).number();
        tickets.assign(number, null, team.id(), lin.id(), null, manager, at(1));
    }

    @Test
    void theWholeStoryAsTheRequesterIsToldIt() {
        tickets.accept(number, null, lin, at(2));
        conversation.say(number, "在看", Audience.PUBLIC, List.of(), lin, at(3));
        conversation.say(number, "像是搓纸轮", Audience.INTERNAL, List.of(), lin, at(4));
        tickets.hold(number, null, HoldFor.REQUESTER, "等照片", at(90), lin, at(5));
        conversation.say(number, "照片来了", Audience.PUBLIC, List.of(), user, at(6));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, lin, at(7));
        follow();
        assertThat(told(user))
                .containsExactly("channel.resolved", "channel.held_for_you", "channel.commented", "channel.accepted");
    }

    @Test
    void whatIsTakenBackIsToldForWhatItWas() {
        tickets.accept(number, null, lin, at(2));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, lin, at(3));
        undos.takeBack(number, lin, at(4));
        follow();
        assertThat(told(user).getFirst()).isEqualTo("channel.taken_back");
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, lin, at(5));
        tickets.close(number, null, manager, at(6));
        undos.takeBack(number, manager, at(7));
        follow();
        assertThat(told(user).getFirst()).isEqualTo("channel.closure_taken_back");
    }

    @Test
    void theWholeStoryAsTheEngineerIsToldIt() {
        tickets.accept(number, null, lin, at(2));
        tickets.hold(number, null, HoldFor.REQUESTER, "等照片", at(90), lin, at(5));
        conversation.say(number, "照片来了", Audience.PUBLIC, List.of(), user, at(6));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, lin, at(7));
        tickets.reopen(number, null, "又卡了", user, at(8));
        follow();
        assertThat(told(lin)).contains("channel.assigned", "channel.answered", "channel.reopened");
        assertThat(told(lin))
                .as("nobody is told of their own acts")
                .doesNotContain("channel.accepted", "channel.resolved");
    }

    @Test
    void whoManagesTheServiceIsToldThatNobodyAccepted() {
        var fact = new TicketEscalated(TicketEscalated.Level.MANAGER, manager.id(), "acceptance", 100);
        db.transact(() ->
                journal.write(new Entry(at(2), Origin.LIVE, Tickets.KIND, number, 2, 0, Audience.INTERNAL, fact)));
        follow();
        assertThat(told(manager)).containsExactly("channel.nobody_accepted");
    }

    @Test
    void whatIsMeantForTheDeskReachesNoRequester() {
        participants.add(Tickets.KIND, number, wei.id(), "watcher", at(1));
        conversation.say(number, "内部", Audience.INTERNAL, List.of(), lin, at(2));
        follow();
        assertThat(told(user)).isEmpty();
        assertThat(told(wei)).containsExactly("channel.commented");
    }

    @Test
    void whoIsHandedItIsToldAndWhoHadIt() {
        tickets.accept(number, null, lin, at(2));
        tickets.assign(number, null, team.id(), wei.id(), "我去吃饭", manager, at(3));
        follow();
        assertThat(told(wei)).containsExactly("channel.handed_over");
        assertThat(told(lin)).contains("channel.moved_on");
    }

    @Test
    void aStepOfEscalationReachesWhomItNames() {
        var step = new Telling.TicketEscalated("lead", wei.id(), "resolution", 100);
        db.transact(() ->
                journal.write(new Entry(at(9), Origin.LIVE, Tickets.KIND, number, 0, 0, Audience.INTERNAL, step)));
        follow();
        var notice = notices.of(wei, false, null, 10).getFirst();
        assertThat(notice.key()).isEqualTo("channel.breached");
        assertThat(notice.arguments()).containsExactly("resolution", 100);
        assertThat(notice.pressing()).isTrue();
    }

    @Test
    void readingTheJournalTwiceTellsOnce() {
        follow();
        follow();
        assertThat(told(lin)).containsExactly("channel.assigned");
    }

    @Test
    void whatIsReadIsNoLongerCountedAndAnotherCannotReadIt() {
        follow();
        var notice = notices.of(lin, true, null, 10).getFirst();
        assertThat(notices.unread(lin)).isEqualTo(1);
        assertThatThrownBy(() -> notices.read(notice.id(), wei, at(10))).isInstanceOf(Refused.class);
        assertThat(notices.unread(lin)).isEqualTo(1);
        notices.read(notice.id(), lin, at(10));
        assertThat(notices.unread(lin)).isZero();
        assertThat(notices.of(lin, true, null, 10)).isEmpty();
    }

    @Test
    void readingAllLeavesUnreadWhatCameAfterThePageWasShown() {
        follow();
        var last = notices.of(lin, false, null, 10).getFirst().id();
        conversation.say(number, "还有一件", Audience.PUBLIC, List.of(), user, at(11));
        follow();
        notices.readUpTo(last, lin, at(12));
        assertThat(notices.of(lin, true, null, 10)).extracting(Notice::key).containsExactly("channel.answered");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrDouble() {
        for (int i = 0; i < 5; i++) conversation.say(number, "第" + i, Audience.PUBLIC, List.of(), user, at(20 + i));
        follow();
        var all = notices.of(lin, false, null, 200);
        var first = notices.of(lin, false, null, 4);
        var rest = notices.of(lin, false, first.getLast().id(), 200);
        assertThat(first.size() + rest.size()).isEqualTo(all.size()).isEqualTo(6);
        assertThat(rest).doesNotContainAnyElementsOf(first);
    }

    private void follow() {
        var acts = journal.of(Tickets.KIND, number, 0, 200).stream()
                .filter(reader::wants)
                .toList();
        db.transact(reader.read(acts, at(0)));
    }

    private List<String> told(Me person) {
        return notices.of(person, false, null, 50).stream().map(Notice::key).toList();
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
