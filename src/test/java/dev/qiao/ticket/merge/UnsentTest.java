package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody was writing on a ticket is found on the one in which it goes on. */
@QiaoTest
class UnsentTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Merges merges;

    @Autowired
    Drafts drafts;

    @Autowired
    TestClock clock;

    Instant now;
    Team team;
    Me lin;
    Me zhou;
    Me customer;
    long survivor;
    long merged;

    @BeforeEach
    void twoTickets() {
        now = clock.instant();
        team = cast.team(null);
        var manager = cast.hire("manager");
        lin = cast.join(team, cast.hire("engineer"));
        zhou = cast.join(team, cast.hire("engineer"));
        customer = cast.hire("requester", cast.organization(false));
        survivor = open(cast.hire("requester", cast.organization(false)));
        merged = open(customer);
        for (long number : List.of(survivor, merged)) {
            tickets.assign(number, null, team.id(), null, null, manager, now);
        }
    }

    private long open(Me by) {
        return tickets.open(Draft.titled("门户打不开", by, Source.WEB), now).number();
    }

    private void write(long number, String audience, Map<String, String> fields, Me me) {
        assertThat(drafts.save("ticket-" + number + "." + audience, fields, 0, me, now))
                .isPresent();
    }

    private List<Map<String, String>> kept(long number, String audience, Me me) {
        return drafts.of(List.of("ticket-" + number + "." + audience), me).stream()
                .map(dev.qiao.people.draft.Draft::fields)
                .toList();
    }

    @Test
    void aReplyAndANoteOfEverybodyGoAlong() {
        write(merged, "public", Map.of("text", "请重启"), lin);
        write(merged, "internal", Map.of("text", "证书过期"), lin);
        write(merged, "internal", Map.of("text", "我看日志"), zhou);
        merges.merge(merged, survivor, lin, now);
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "请重启"));
        assertThat(kept(survivor, "internal", lin)).containsExactly(Map.of("text", "证书过期"));
        assertThat(kept(survivor, "internal", zhou)).containsExactly(Map.of("text", "我看日志"));
        assertThat(kept(merged, "public", lin)).isEmpty();
        assertThat(kept(survivor, "public", zhou)).isEmpty();
    }

    @Test
    void whatWasTypedInTheFormsOfActsGoesAlong() {
        keep("/tickets/" + merged + "/resolution", Map.of("solution", "换了证书", "code", "fixed"), lin);
        keep("/tickets/" + merged + "/hold", Map.of("reason", "等供应商"), lin);
        keep("/tickets/" + survivor + "/hold", Map.of("reason", "等配件", "for", "supplier"), lin);
        keep("/tickets/" + merged + "/checklist", Map.of("text", "改密码"), zhou);
        merges.merge(merged, survivor, lin, now);
        assertThat(found("/tickets/" + survivor + "/resolution", lin))
                .containsExactly(Map.of("solution", "换了证书", "code", "fixed"));
        assertThat(found("/tickets/" + survivor + "/hold", lin))
                .containsExactly(Map.of("reason", "等配件\n\n等供应商", "for", "supplier"));
        assertThat(found("/tickets/" + survivor + "/checklist", zhou)).containsExactly(Map.of("text", "改密码"));
        assertThat(found("/tickets/" + merged + "/resolution", lin)).isEmpty();
    }

    @Test
    void whatHasNoFormThereStandsInWords() {
        var answers = Map.of("fields.room", "B座 3 层", "fields.boss", "7", "said.fields.boss", "何静", "fields.a.b", "on");
        keep("/tickets/" + merged + "/answers", answers, lin);
        write(survivor, "internal", Map.of("text", "看日志"), lin);
        merges.merge(merged, survivor, lin, now);
        var text = kept(survivor, "internal", lin).getFirst().get("text");
        assertThat(text).startsWith("看日志\n\n").contains("B座 3 层", "何静").doesNotContain("on");
    }

    @Test
    void whyItIsNotDoneIsAReplyWhereItGoesOn() {
        long again = open(customer);
        keep("/my/" + merged + "/reopening", Map.of("reason", "还是不行"), customer);
        merges.merge(merged, again, cast.hire("manager"), now);
        assertThat(kept(again, "public", customer)).containsExactly(Map.of("text", "还是不行"));
        assertThat(found("/my/" + merged + "/reopening", customer)).isEmpty();
    }

    private void keep(String name, Map<String, String> fields, Me me) {
        assertThat(drafts.save(name, fields, 0, me, now)).isPresent();
    }

    private List<Map<String, String>> found(String name, Me me) {
        return drafts.of(List.of(name), me).stream()
                .map(dev.qiao.people.draft.Draft::fields)
                .toList();
    }

    @Test
    void whoWasWritingOnBothFindsBoth() {
        write(survivor, "public", Map.of("text", "先看网络", "files", "7 8", "seen", "120", "once", "a"), lin);
        write(merged, "public", Map.of("text", "请重启", "files", "8 9", "seen", "95", "once", "b"), lin);
        merges.merge(merged, survivor, lin, now);
        assertThat(kept(survivor, "public", lin))
                .containsExactly(Map.of("text", "先看网络\n\n请重启", "files", "7 8 9", "seen", "95", "once", "a"));
    }

    @Test
    void aPageThatIsOpenOnTheOtherIsToldThatThereIsMore() {
        write(survivor, "public", Map.of("text", "先看网络"), lin);
        write(merged, "public", Map.of("text", "请重启"), lin);
        merges.merge(merged, survivor, lin, now);
        assertThat(drafts.save("ticket-" + survivor + ".public", Map.of("text", "先看网络吧"), 1, lin, now))
                .isEmpty();
        assertThat(kept(survivor, "public", lin).getFirst()).containsEntry("text", "先看网络\n\n请重启");
    }

    @Test
    void whoDoesNotSeeTheOtherKeepsTheirsWhereItWas() {
        write(merged, "public", Map.of("text", "还是不行"), customer);
        merges.merge(merged, survivor, lin, now);
        assertThat(kept(merged, "public", customer)).containsExactly(Map.of("text", "还是不行"));
        assertThat(kept(survivor, "public", customer)).isEmpty();
    }

    @Test
    void whatNobodyTouchedStandsAsBeforeWhenTheMergeIsTakenBack() {
        write(survivor, "public", Map.of("text", "先看网络", "files", "7 8", "seen", "120", "once", "a"), lin);
        write(merged, "public", Map.of("text", "请重启", "files", "8 9", "seen", "95", "once", "b"), lin);
        keep("/tickets/" + merged + "/hold", Map.of("reason", "等供应商"), zhou);
        keep("/tickets/" + merged + "/answers", Map.of("fields.room", "B座 3 层"), zhou);
        merges.merge(merged, survivor, lin, now);
        assertThat(kept(survivor, "internal", zhou)).containsExactly(Map.of("text", "B座 3 层"));
        merges.unmerge(merged, lin, now);
        assertThat(kept(survivor, "public", lin))
                .containsExactly(Map.of("text", "先看网络", "files", "7 8", "seen", "120", "once", "a"));
        assertThat(kept(merged, "public", lin))
                .containsExactly(Map.of("text", "请重启", "files", "8 9", "seen", "95", "once", "b"));
        assertThat(found("/tickets/" + merged + "/hold", zhou)).containsExactly(Map.of("reason", "等供应商"));
        assertThat(found("/tickets/" + merged + "/answers", zhou)).containsExactly(Map.of("fields.room", "B座 3 层"));
        assertThat(found("/tickets/" + survivor + "/hold", zhou)).isEmpty();
        assertThat(kept(survivor, "internal", zhou)).isEmpty();
    }

    @Test
    void whatWasGoneOnWithGoesBackAsItStandsNow() {
        write(merged, "public", Map.of("text", "请重启", "seen", "95"), lin);
        keep("/tickets/" + survivor + "/hold", Map.of("reason", "等配件", "for", "supplier"), lin);
        keep("/tickets/" + merged + "/hold", Map.of("reason", "等供应商", "until", "2026-12-01"), lin);
        merges.merge(merged, survivor, lin, now);
        rewrite("ticket-" + survivor + ".public", Map.of("text", "请重启两次", "seen", "95"), lin);
        rewrite(
                "/tickets/" + survivor + "/hold",
                Map.of("reason", "等配件到\n\n等供应商报价", "for", "supplier", "until", "2026-12-03"),
                lin);
        merges.unmerge(merged, lin, now);
        assertThat(kept(merged, "public", lin)).containsExactly(Map.of("text", "请重启两次", "seen", "95"));
        assertThat(kept(survivor, "public", lin)).isEmpty();
        assertThat(found("/tickets/" + merged + "/hold", lin))
                .containsExactly(Map.of("reason", "等供应商报价", "until", "2026-12-03"));
        assertThat(found("/tickets/" + survivor + "/hold", lin))
                .containsExactly(Map.of("reason", "等配件到", "for", "supplier"));
    }

    @Test
    void whatWasRewrittenBeyondRecognitionIsRatherThereTwice() {
        write(survivor, "public", Map.of("text", "先看网络"), lin);
        write(merged, "public", Map.of("text", "请重启"), lin);
        merges.merge(merged, survivor, lin, now);
        rewrite("ticket-" + survivor + ".public", Map.of("text", "都好了"), lin);
        merges.unmerge(merged, lin, now);
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "都好了"));
        assertThat(kept(merged, "public", lin)).containsExactly(Map.of("text", "请重启"));
    }

    @Test
    void whatWasSentOrDroppedMeanwhileStaysGone() {
        write(merged, "public", Map.of("text", "请重启"), lin);
        write(merged, "internal", Map.of("text", "证书过期"), lin);
        merges.merge(merged, survivor, lin, now);
        drafts.clear("ticket-" + survivor + ".public", lin);
        rewrite("ticket-" + survivor + ".internal", Map.of(), lin);
        rewrite("ticket-" + survivor + ".internal", Map.of("text", "另一件事"), lin);
        merges.unmerge(merged, lin, now);
        assertThat(kept(merged, "public", lin)).isEmpty();
        assertThat(kept(merged, "internal", lin)).isEmpty();
        assertThat(kept(survivor, "internal", lin)).containsExactly(Map.of("text", "另一件事"));
    }

    @Test
    void ofSeveralMergesEachTakesItsOwnBack() {
        long third = open(customer);
        tickets.assign(third, null, team.id(), null, null, cast.hire("manager"), now);
        write(survivor, "public", Map.of("text", "甲"), lin);
        write(merged, "public", Map.of("text", "乙"), lin);
        write(third, "public", Map.of("text", "丙"), lin);
        var admin = cast.hire("manager");
        merges.merge(merged, survivor, admin, now);
        merges.merge(third, survivor, admin, now);
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "甲\n\n乙\n\n丙"));
        merges.unmerge(merged, admin, now);
        assertThat(kept(merged, "public", lin)).containsExactly(Map.of("text", "乙"));
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "甲\n\n丙"));
        merges.unmerge(third, admin, now);
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "甲"));
        assertThat(kept(third, "public", lin)).containsExactly(Map.of("text", "丙"));
    }

    @Test
    void whatCameThroughAnotherGoesBackAsFarAsThatIsTakenBack() {
        long third = open(customer);
        tickets.assign(third, null, team.id(), null, null, cast.hire("manager"), now);
        write(merged, "public", Map.of("text", "乙"), lin);
        write(survivor, "public", Map.of("text", "甲"), lin);
        write(third, "public", Map.of("text", "丙"), lin);
        merges.merge(merged, survivor, lin, now);
        merges.merge(survivor, third, lin, now);
        assertThat(kept(third, "public", lin)).containsExactly(Map.of("text", "丙\n\n甲\n\n乙"));
        merges.unmerge(survivor, lin, now);
        assertThat(kept(third, "public", lin)).containsExactly(Map.of("text", "丙"));
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "甲\n\n乙"));
        merges.merge(survivor, third, lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(kept(merged, "public", lin)).containsExactly(Map.of("text", "乙"));
        assertThat(kept(third, "public", lin)).containsExactly(Map.of("text", "丙\n\n甲"));
        merges.unmerge(survivor, lin, now);
        assertThat(kept(survivor, "public", lin)).containsExactly(Map.of("text", "甲"));
    }

    private void rewrite(String name, Map<String, String> fields, Me me) {
        int seen = drafts.of(List.of(name), me).getFirst().version();
        assertThat(drafts.save(name, fields, seen, me, now)).isPresent();
    }
}
