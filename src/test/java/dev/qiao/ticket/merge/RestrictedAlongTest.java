package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.Participants;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever restricts a ticket restricts what goes on in it, too, and whoever opens it gives back what was open. */
@QiaoTest
class RestrictedAlongTest {
    private static final String TITLE = "薪酬表打不开";
    private static final String NOTE = "嫌疑账号在财务组";

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Participants participants;

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
    Me elsewhere;
    Team team;
    Instant now;
    long survivor;
    long merged;
    String file;

    @BeforeEach
    void anOpenTicketGoesOnInAnother() {
        now = clock.instant();
        team = cast.team(null);
        user = cast.hire("requester");
        manager = cast.hire("manager");
        wang = cast.join(team, cast.hire("engineer"));
        elsewhere = cast.join(cast.team(null), cast.hire("engineer"));
        survivor = open("文件服务器异常");
        merged = open(TITLE);
        conversation.say(merged, NOTE, Audience.INTERNAL, List.of(), manager, now);
        var kept = conversation.keep("名单.txt", "text/plain", new ByteArrayInputStream(new byte[] {1}), manager, now);
        conversation.attach(merged, List.of(kept.id()), Audience.INTERNAL, manager, now);
        file = "/api/v1/attachments/" + kept.id();
        merges.merge(merged, survivor, manager, now);
    }

    @Test
    void whoIsNotNamedReadsNeitherTheTicketNorWhatGoesOnInIt() {
        assertThat(sees(wang, merged)).isTrue();
        restrict(survivor, true);
        assertThat(sees(wang, survivor)).isFalse();
        assertThat(sees(wang, merged)).isFalse();
        api(wang).get(file).expect(404);
        api(wang).get("/api/v1/tickets/" + merged + "/comments").expect(404);
        assertThat(desk(wang).get("/tickets/" + merged + "?itself=true").status())
                .isEqualTo(404);
        assertThat(sees(user, merged)).isTrue();
    }

    @Test
    void whoIsNamedOnItReadsThereWhatGoesOnInItAsBeforeAlsoFromAnotherTeam() {
        restrict(survivor, true);
        participants.add(Tickets.KIND, survivor, elsewhere.id(), "named", now);
        assertThat(comments(elsewhere)).contains(NOTE);
        assertThat(comments(manager)).contains(NOTE);
        api(elsewhere).get(file).expect(200);
        assertThat(desk(elsewhere).get("/tickets/" + survivor).expect(200).text())
                .contains(TITLE, NOTE);
    }

    @Test
    void openedAgainItGivesBackWhatWasOpen() {
        restrict(survivor, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isFalse();
        assertThat(sees(wang, merged)).isTrue();
        assertThat(comments(wang)).contains(NOTE);
        api(wang).get(file).expect(200);
    }

    @Test
    void openedAgainItOpensNothingThatWasRestrictedByItself() {
        restrict(merged, true);
        restrict(survivor, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
        assertThat(comments(wang)).doesNotContain(NOTE);
    }

    @Test
    void whatWasOpenedInBetweenIsItsOwnAgain() {
        restrict(survivor, true);
        restrict(merged, false);
        restrict(merged, true);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
    }

    @Test
    void whatGoesOnInWhatGoesOnIsRestrictedAndOpenedTogether() {
        long third = open("共享盘很慢");
        merges.merge(survivor, third, manager, now);
        restrict(third, true);
        assertThat(List.of(restricted(survivor), restricted(merged))).containsOnly(true);
        participants.add(Tickets.KIND, third, elsewhere.id(), "named", now);
        assertThat(api(elsewhere)
                        .get("/api/v1/tickets/" + third + "/comments")
                        .expect(200)
                        .text())
                .contains(NOTE);
        restrict(third, false);
        assertThat(List.of(restricted(survivor), restricted(merged))).containsOnly(false);
    }

    @Test
    void takenOutItStaysRestrictedAndIsPutBackAndThenOpenedWithTheOtherAgain() {
        restrict(survivor, true);
        merges.unmerge(merged, manager, now);
        assertThat(restricted(merged)).isTrue();
        assertThat(sees(wang, merged)).isFalse();
        assertThat(sees(manager, merged)).isTrue();
        merges.merge(merged, survivor, manager, now);
        restrict(survivor, false);
        assertThat(restricted(merged)).isFalse();
    }

    @Test
    void takenOutForGoodItIsOpenedByItselfAlone() {
        restrict(survivor, true);
        merges.unmerge(merged, manager, now);
        restrict(survivor, false);
        assertThat(restricted(merged)).isTrue();
        restrict(merged, false);
        assertThat(sees(wang, merged)).isTrue();
    }

    @Test
    void restrictingAndTakingOutAtTheSameMomentFollowOneAnother() {
        for (int i = 0; i < 12; i++) {
            long number = open("同一刻");
            merges.merge(number, survivor, manager, now);
            var one = CompletableFuture.runAsync(() -> restrict(survivor, true));
            var other = CompletableFuture.runAsync(() -> merges.unmerge(number, manager, now));
            CompletableFuture.allOf(one, other).join();
            assertThat(merges.into(List.of(number))).isEmpty();
            restrict(survivor, false);
        }
    }

    private long open(String title) {
        long number = tickets.open(Draft.titled(title, user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        return number;
    }

    private void restrict(long number, boolean restricted) {
        api(manager)
                .patch("/api/v1/tickets/" + number, Map.of("restricted", restricted))
                .expect(200);
    }

    private boolean restricted(long number) {
        return tickets.of(List.of(number)).getFirst().matter().restricted();
    }

    private boolean sees(Me me, long number) {
        return !tickets.of(List.of(number), me).isEmpty();
    }

    private String comments(Me me) {
        return api(me).get("/api/v1/tickets/" + survivor + "/comments")
                .expect(200)
                .text();
    }

    private Http api(Me me) {
        return http.as(cast.token(me));
    }

    private Http desk(Me me) {
        crowd.withPassword(people.find(me.id()).orElseThrow(), now);
        var desk = http.browser();
        desk.signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD).expect(303);
        return desk;
    }
}
