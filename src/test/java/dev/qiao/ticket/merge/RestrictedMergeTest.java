package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is restricted stays with its named people, also where what it goes on in was opened. */
class RestrictedMergeTest extends RestrictedDesk {
    @BeforeEach
    void twoRestrictedOnesOfWhichTheSurvivorIsOpened() {
        restrict(survivor, true);
        restrict(merged, true);
        goesOn();
        restrict(survivor, false);
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
