package dev.qiao.ticket.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Check;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.canned.Placeholders;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said and done again and again is written once. */
@QiaoTest
class MacrosTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Canneds canneds;

    @Autowired
    Placeholders placeholders;

    @Autowired
    Macros macros;

    @Autowired
    Merges merges;

    @Autowired
    Undos undos;

    @Autowired
    Participants participants;

    @Autowired
    List<Check> checks;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me lin;
    Me stranger;
    Me admin;
    Team team;
    Instant now;
    long number;

    @BeforeEach
    void aDesk() {
        now = clock.instant();
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        stranger = cast.join(cast.team(null), cast.hire("engineer"));
        admin = cast.hire("manager");
        number = tickets.open(Draft.titled("打不开", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, admin, now);
    }

    @Test
    void placesAreFilledInAndUnknownOnesStay() {
        var text = placeholders.fill("{requester}，{number}由{me}处理，{unknown}", tickets.find(number, lin), lin);
        assertThat(text).isEqualTo(user.name() + "，" + number + "由" + lin.name() + "处理，{unknown}");
    }

    @Test
    void aTeamsWordsAreSeenAndWrittenByItsMembersAlone() {
        long id = canneds.save(new Canned(0, team.id(), "重启", "请重启 {number}", true), lin, now);
        assertThat(canneds.usable(lin)).extracting(Canned::id).contains(id);
        assertThat(canneds.usable(stranger)).extracting(Canned::id).doesNotContain(id);
        assertThatThrownBy(() -> canneds.find(id, stranger)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> canneds.save(new Canned(0, null, "全员", "话", true), lin, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> canneds.save(new Canned(id, null, "抢走", "话", true), stranger, now))
                .isInstanceOf(Refused.class);
        canneds.save(new Canned(id, team.id(), "重启", "请重启", false), lin, now);
        assertThat(canneds.usable(lin)).extracting(Canned::id).doesNotContain(id);
    }

    private long macro(Order... orders) {
        return macros.save(new Macro(0, team.id(), "一起做", List.of(orders), true), lin, now);
    }

    @Test
    void aMacroDoesAllItsActsAndFillsItsWords() {
        long id = macro(
                Order.of(Deed.ACCEPT),
                Order.of(Deed.TAG).tagging(List.of("重启")),
                Order.of(Deed.REPLY).saying("{requester}，请重启"),
                Order.of(Deed.RESOLVE).ending(Outcome.FIXED, Cause.SOFTWARE).saying("重启后正常"));
        var ticket = macros.run(id, number, lin, now);
        assertThat(ticket.stage()).isInstanceOf(Stage.Resolved.class);
        assertThat(ticket.matter().tags()).contains("重启");
        assertThat(conversation.of(ticket, user, 0, 10))
                .extracting(c -> c.text())
                .containsExactly(user.name() + "，请重启");
    }

    @Test
    void aMacroIsTakenBackAsOneAndOnlyWhatWasSaidStays() {
        long id = macro(
                Order.of(Deed.ACCEPT),
                Order.of(Deed.WATCH),
                Order.of(Deed.TAG).tagging(List.of("等配件")),
                Order.of(Deed.REPLY).saying("已收到"),
                Order.of(Deed.NOTE).saying("等配件"),
                Order.of(Deed.HOLD).waiting(HoldFor.SUPPLIER, null, 4).because("等配件"));
        var before = tickets.find(number, lin);
        var after = macros.run(id, number, lin, now);
        assertThat(undos.of(after, lin, now).orElseThrow().undone())
                .containsExactly(Deed.ACCEPT, Deed.WATCH, Deed.TAG, Deed.HOLD);
        var back = undos.takeBack(number, lin, now.plusSeconds(9));
        assertThat(back.stays()).containsExactly(Deed.REPLY, Deed.NOTE);
        var ticket = tickets.find(number, lin);
        assertThat(ticket.stage()).isEqualTo(before.stage());
        assertThat(ticket.matter()).isEqualTo(before.matter());
        assertThat(ticket.place().person()).isNull();
        assertThat(ticket.times().respondedAt()).as("the reply was one").isEqualTo(now);
        assertThat(participants.of(Tickets.KIND, number))
                .noneMatch(p -> p.role().equals("watcher"));
        assertThat(conversation.of(ticket, lin, 0, 10)).hasSize(2);
        for (var check : checks) {
            assertThat(check.problems()).as(check.name()).noneMatch(p -> p.contains(Long.toString(number)));
        }
    }

    @Test
    void afterAMacroThatOnlySpeaksThereIsNothingToTakeBack() {
        long id = macro(Order.of(Deed.NOTE).saying("看过了"));
        assertThat(undos.of(macros.run(id, number, lin, now), lin, now)).isEmpty();
    }

    @Test
    void whatCannotBeDoneWholeIsNotDoneAtAll() {
        long id = macro(Order.of(Deed.TAG).tagging(List.of("半截")), Order.of(Deed.RESUME));
        var before = tickets.find(number, lin);
        assertThatThrownBy(() -> macros.run(id, number, lin, now)).isInstanceOf(Refused.class);
        assertThat(tickets.find(number, lin)).isEqualTo(before);
        assertThatThrownBy(() -> macros.run(id, number, stranger, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> macro()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> macro(Order.of(Deed.HOLD))).isInstanceOf(Refused.class);
    }

    @Test
    void theApiListsWhatOneCanUseAndRunsIt() {
        long id = macro(Order.of(Deed.ACCEPT));
        var api = http.as(cast.token(lin));
        assertThat(api.get("/api/v1/macros").expect(200).text()).contains("\"accept\"");
        assertThat(api.post("/api/v1/tickets/" + number + "/macros/" + id)
                        .expect(200)
                        .json()
                        .get("stage")
                        .asString())
                .isEqualTo("working");
        assertThat(api.get("/api/v1/tickets/" + number + "/canned").expect(200).text())
                .contains(user.name());
    }

    @Test
    void theApiRepliesOnlyToWhatItsCallerHasRead() {
        long id = macro(Order.of(Deed.REPLY).saying("已在处理"));
        var api = http.as(cast.token(lin));
        var path = "/api/v1/tickets/" + number + "/macros/" + id;
        long newest = conversation
                .say(number, "不用了，自己好了", Audience.PUBLIC, List.of(), user, now)
                .id();
        assertThat(api.post(path, Map.of("seen", 0)).expect(409).text()).contains("ticket.crossing.refused");
        api.post(path, Map.of("seen", newest)).expect(200);
        assertThat(api.get("/api/v1/openapi.json").expect(200).text()).contains("MacroRun");
    }

    @Test
    void wordsOnWhatGoesOnHereCrossThroughTheApiToo() {
        var merged = tickets.open(Draft.titled("另一张", user, Source.WEB), now).number();
        tickets.assign(merged, null, team.id(), null, null, cast.hire("manager"), now);
        long newest = conversation
                .say(merged, "我这边也不行", Audience.PUBLIC, List.of(), user, now)
                .id();
        merges.merge(merged, number, lin, now);
        var api = http.as(cast.token(lin));
        var comments = "/api/v1/tickets/" + number + "/comments";
        long id = macro(Order.of(Deed.REPLY).saying("已在处理"));
        assertThat(api.post(comments, Map.of("text", "请重启", "seen", 0))
                        .expect(409)
                        .text())
                .contains("ticket.crossing.refused");
        api.post("/api/v1/tickets/" + number + "/macros/" + id, Map.of("seen", 0))
                .expect(409);
        api.post(comments, Map.of("text", "请重启", "seen", newest)).expect(201);
    }
}
