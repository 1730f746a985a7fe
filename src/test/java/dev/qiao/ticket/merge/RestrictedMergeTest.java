package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is restricted stays with its named people, also where what it goes on in was opened. */
@QiaoTest
class RestrictedMergeTest {
    private static final String TITLE = "薪酬表外泄";
    private static final String NOTE = "嫌疑账号在财务组";

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
    Merges merges;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me manager;
    Me wang;
    Instant now;
    long survivor;
    long merged;
    String file;

    @BeforeEach
    void twoRestrictedOnesOfWhichTheSurvivorIsOpened() {
        now = clock.instant();
        var team = cast.team(null);
        var user = cast.hire("requester");
        manager = cast.hire("manager");
        wang = cast.join(team, cast.hire("engineer"));
        survivor = tickets.open(Draft.titled("文件服务器异常", user, Source.WEB), now).number();
        merged = tickets.open(Draft.titled(TITLE, user, Source.WEB), now).number();
        for (long number : List.of(survivor, merged)) {
            tickets.assign(number, null, team.id(), null, null, manager, now);
            restrict(number, true);
        }
        conversation.say(merged, NOTE, Audience.INTERNAL, List.of(), manager, now);
        var kept = conversation.keep("名单.txt", "text/plain", new ByteArrayInputStream(new byte[] {1}), manager, now);
        conversation.attach(merged, List.of(kept.id()), Audience.INTERNAL, manager, now);
        file = "/api/v1/attachments/" + kept.id();
        merges.merge(merged, survivor, manager, now);
        restrict(survivor, false);
    }

    private void restrict(long number, boolean restricted) {
        api(manager)
                .patch("/api/v1/tickets/" + number, Map.of("restricted", restricted))
                .expect(200);
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

    private String comments(Me me) {
        return api(me).get("/api/v1/tickets/" + survivor + "/comments")
                .expect(200)
                .text();
    }

    @Test
    void whoIsNotNamedReadsNeitherItsTitleNorItsWordsNorItsFilesOnTheOpenedSurvivor() {
        assertThat(comments(wang)).doesNotContain(NOTE);
        assertThat(api(wang)
                        .get("/api/v1/tickets/" + survivor + "/attachments")
                        .expect(200)
                        .text())
                .doesNotContain("名单");
        api(wang).get(file).expect(404);
        assertThat(desk(wang).get("/tickets/" + survivor).expect(200).text()).doesNotContain(TITLE, NOTE, "名单");
        api(wang).get("/api/v1/tickets/" + merged).expect(404);
    }

    @Test
    void whoIsNamedOnItReadsItThereAsBefore() {
        assertThat(comments(manager)).contains(NOTE);
        assertThat(desk(manager).get("/tickets/" + survivor).expect(200).text()).contains(TITLE, NOTE);
        api(manager).get(file).expect(200);
    }

    @Test
    void itIsOpenedWhereItGoesOnAndRestrictedAgainAndTakesNoOtherEdit() {
        restrict(merged, false);
        assertThat(comments(wang)).contains(NOTE);
        api(wang).get(file).expect(200);
        var path = "/api/v1/tickets/" + merged;
        api(wang).patch(path, Map.of("restricted", true)).expect(403);
        api(manager).patch(path, Map.of("restricted", true, "title", "改一下")).expect(409);
        api(manager).patch(path, Map.of("title", "改一下")).expect(409);
        restrict(merged, true);
        assertThat(comments(wang)).doesNotContain(NOTE);
        assertThat(comments(manager)).contains(NOTE);
    }

    @Test
    void thePageOfTheSurvivorOffersToOpenItToo() {
        var desk = desk(manager);
        var way = "/tickets/" + merged + "/restriction";
        assertThat(desk.get("/tickets/" + survivor).expect(200).text()).contains(way);
        assertThat(desk.form("DELETE", way, Map.of()).status()).isBetween(200, 399);
        assertThat(comments(wang)).contains(NOTE);
        assertThat(desk.get("/tickets/" + survivor).expect(200).text()).doesNotContain(way);
        assertThat(desk.form("POST", way, Map.of()).status()).isBetween(200, 399);
        assertThat(comments(wang)).doesNotContain(NOTE);
        assertThat(desk.form("DELETE", "/tickets/" + survivor + "/restriction", Map.of())
                        .status())
                .isEqualTo(409);
    }
}
