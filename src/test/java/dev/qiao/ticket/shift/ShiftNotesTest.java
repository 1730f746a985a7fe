package dev.qiao.ticket.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Journal;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class ShiftNotesTest {
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
    ShiftNotes notes;

    @Autowired
    Journal journal;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Instant now;
    Me lin;
    Me wei;
    Me stranger;
    Team team;

    @BeforeEach
    void aTeam() {
        now = clock.instant();
        team = cast.team(cast.hire("lead"));
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        stranger = cast.join(cast.team(null), cast.hire("engineer"));
    }

    @Test
    void theDeskPreparesWhatIsOpenAtRiskToWatchAndComingBack() {
        var calm = opened("慢慢来", lin);
        var waiting = opened("没人接", null);
        var held = opened("等零件", lin);
        tickets.accept(held.number(), null, lin, now);
        tickets.hold(held.number(), null, HoldFor.SUPPLIER, "等件", now.plus(Duration.ofHours(20)), lin, now);
        conversation.say(calm.number(), "机房钥匙在前台", Audience.INTERNAL, List.of(), lin, now);
        var handing = notes.prepare(team.id(), wei, now);
        assertThat(handing.open())
                .extracting(Ticket::number)
                .containsExactlyInAnyOrder(calm.number(), waiting.number(), held.number());
        assertThat(handing.watched()).extracting(Ticket::number).containsExactly(waiting.number());
        assertThat(handing.returning()).extracting(Ticket::number).containsExactly(held.number());
        assertThat(handing.words()).extracting(Handing.Word::body).contains("机房钥匙在前台");
        var later = notes.prepare(team.id(), wei, now.plus(Duration.ofDays(30)));
        assertThat(later.risky()).extracting(Ticket::number).contains(calm.number(), waiting.number());
    }

    @Test
    void oneLeavesItAnotherTakesItAndBothAreOnRecord() {
        opened("一张", lin);
        var note = notes.write(team.id(), "晚上留意邮件", lin, now);
        assertThat(note.matters().open()).hasSize(1);
        assertThatThrownBy(() -> notes.take(team.id(), note.id(), lin, now))
                .as("not by oneself")
                .isInstanceOf(Refused.class);
        notes.take(team.id(), note.id(), wei, now.plusSeconds(60));
        assertThatThrownBy(() -> notes.take(team.id(), note.id(), wei, now)).isInstanceOf(Refused.class);
        assertThat(notes.history(team.id(), lin)).singleElement().satisfies(kept -> {
            assertThat(kept.words()).isEqualTo("晚上留意邮件");
            assertThat(kept.takenBy()).isEqualTo(wei.id());
        });
        assertThat(journal.of(ShiftNotes.KIND, team.id(), 0, 10))
                .extracting(e -> e.act() + " " + e.actor())
                .containsExactly("shift.handed_over " + lin.id(), "shift.taken_over " + wei.id());
    }

    @Test
    void whatAnotherTeamHandsOverIsNotThere() {
        assertThatThrownBy(() -> notes.prepare(team.id(), stranger, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> notes.write(team.id(), "", stranger, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> notes.write(team.id(), "", cast.hire("manager"), now))
                .as("a manager reads, and does not hand over")
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLastOfTheShiftHandsOverInABrowserAndTheNextTakesItByTheApi() {
        opened("一张", lin);
        cast.hire("admin");
        crowd.withPassword(people.find(lin.id()).orElseThrow(), now);
        try (var desk = Browser.desktop(http.root()).signIn(lin.login(), Crowd.PASSWORD)) {
            desk.open("/teams/" + team.code() + "/shift");
            desk.page().locator("textarea[name=words]").fill("夜里看一眼备份");
            desk.isAccessible().fits().shot("shift");
            desk.page().locator("button.is-primary").click();
            desk.page().locator("#history ~ ul, .lines .said").first().waitFor();
            desk.isAccessible();
        }
        var api = http.as(cast.token(wei));
        var at = "/api/v1/teams/" + team.code() + "/shift-notes";
        var note = api.get(at).expect(200).json().path("items").path(0);
        assertThat(note.path("words").asString()).isEqualTo("夜里看一眼备份");
        var taken = api.post(at + "/" + note.path("id").asLong() + "/taking", Map.of())
                .expect(200)
                .json();
        assertThat(taken.path("takenBy").path("code").asString()).isEqualTo(wei.login());
        http.as(cast.token(stranger)).get(at).expect(404);
    }

    private Ticket opened(String title, Me person) {
        var ticket = tickets.open(Draft.titled(title, cast.hire("requester"), Source.WEB), now);
        var assigned = person == null ? null : Long.valueOf(person.id());
        return tickets.assign(ticket.number(), null, team.id(), assigned, null, cast.hire("manager"), now);
    }
}
