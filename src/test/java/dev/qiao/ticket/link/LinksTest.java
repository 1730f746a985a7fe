package dev.qiao.ticket.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.undo.Undos;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinksTest extends Linking {
    @Autowired
    Undos undos;

    private List<Relation> seen(long number, Me me) {
        return links.of(tickets.find(number, me), me).stream()
                .map(l -> l.link().relation())
                .toList();
    }

    @Test
    void aLinkIsToldFromBothEndsAndOnRecordOnBoth() {
        long one = open("交换机坏了");
        long other = open("打印机连不上");
        links.add(one, Relation.CAUSES, other, lin, now);
        assertThat(seen(one, lin)).containsExactly(Relation.CAUSES);
        assertThat(seen(other, lin)).containsExactly(Relation.CAUSED_BY);
        for (long number : List.of(one, other)) {
            assertThat(history.of(tickets.find(number, lin), lin, 0, 50))
                    .extracting(e -> e.entry().act())
                    .contains("ticket.linked");
        }
        assertThatThrownBy(() -> links.add(other, Relation.CAUSED_BY, one, lin, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aLinkThatWasRemovedIsGoneFromBothEnds() {
        long one = open("甲");
        long other = open("乙");
        var link = links.add(one, Relation.RELATED, other, lin, now);
        links.remove(other, link.id(), lin, now);
        assertThat(seen(one, lin)).isEmpty();
        assertThat(seen(other, lin)).isEmpty();
        assertThatThrownBy(() -> links.remove(one, link.id(), lin, now)).isInstanceOf(Refused.class);
    }

    @Test
    void bothEndsMustBeInSight() {
        long one = open("我们的");
        long theirs = tickets.open(Draft.titled("别组的", user, Source.WEB), now).number();
        tickets.assign(theirs, null, cast.team(null).id(), null, null, manager, now);
        assertThatThrownBy(() -> links.add(one, Relation.RELATED, theirs, lin, now))
                .isInstanceOf(Refused.class);
        links.add(one, Relation.RELATED, theirs, manager, now);
        assertThat(seen(one, manager)).containsExactly(Relation.RELATED);
        assertThat(seen(one, lin)).isEmpty();
        assertThat(seen(one, user)).isEmpty();
    }

    @Test
    void nobodyIsTheirOwnAncestorAndNobodyHasTwoParents() {
        long root = open("根");
        long middle = open("中");
        long leaf = open("叶");
        links.add(middle, Relation.CHILD_OF, root, lin, now);
        links.add(middle, Relation.PARENT_OF, leaf, lin, now);
        assertThatThrownBy(() -> links.add(root, Relation.CHILD_OF, leaf, lin, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> links.add(root, Relation.CHILD_OF, root, lin, now))
                .isInstanceOf(Refused.class);
        long other = open("另一根");
        assertThatThrownBy(() -> links.add(leaf, Relation.CHILD_OF, other, lin, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFamilyHasFiveGenerations() {
        long above = open("一");
        for (int generation = 2; generation <= Links.GENERATIONS; generation++) {
            long below = open("代" + generation);
            links.add(below, Relation.CHILD_OF, above, lin, now);
            above = below;
        }
        long last = above;
        assertThatThrownBy(() -> links.add(open("六"), Relation.CHILD_OF, last, lin, now))
                .isInstanceOf(Refused.class);
    }

    /** Two halves of a circle closed at the same moment: one of them is refused. */
    @Test
    void aCircleCannotBeClosedFromTwoSidesAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            long a = open("甲");
            long b = open("乙");
            long c = open("丙");
            long d = open("丁");
            links.add(a, Relation.CHILD_OF, b, lin, now);
            links.add(c, Relation.CHILD_OF, d, lin, now);
            List<Callable<Boolean>> both = List.of(() -> tried(b, c), () -> tried(d, a));
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                int made = 0;
                for (var one : pool.invokeAll(both)) if (one.get()) made++;
                assertThat(made).isEqualTo(1);
            }
        }
    }

    private boolean tried(long child, long parent) {
        try {
            links.add(child, Relation.CHILD_OF, parent, lin, now);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    @Test
    void resolvingAParentResolvesTheChosenChildrenWithOnesOwnRights() {
        long parent = open("机房断电");
        long child = open("打不开门户");
        long spared = open("打不开邮件");
        long theirs = open("别组的下级");
        links.add(child, Relation.CHILD_OF, parent, lin, now);
        links.add(spared, Relation.CHILD_OF, parent, lin, now);
        links.add(theirs, Relation.CHILD_OF, parent, lin, now);
        tickets.assign(theirs, null, cast.team(null).id(), null, "不归我们", manager, now);
        var seesAll = cast.join(team, cast.hire("auditor"));
        assertThat(family.open(tickets.find(parent, lin), lin)).hasSize(2);
        assertThat(family.open(tickets.find(parent, seesAll), seesAll)).hasSize(3);
        tickets.resolve(parent, null, Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        var solved =
                family.resolve(parent, List.of(child, theirs), Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        assertThat(solved.done()).containsExactly(child);
        assertThat(tickets.find(child, lin).stage()).isInstanceOf(Stage.Resolved.class);
        assertThat(tickets.find(spared, lin).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(tickets.find(theirs, manager).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void whatWasResolvedTogetherIsTakenBackTogetherAsFarAsNothingHappenedSince() {
        long parent = open("机房断电");
        long child = open("打不开门户");
        long moved = open("打不开邮件");
        links.add(child, Relation.CHILD_OF, parent, lin, now);
        links.add(moved, Relation.CHILD_OF, parent, lin, now);
        tickets.resolve(parent, null, Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        family.resolve(parent, List.of(child, moved), Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        var since = tickets.reopen(moved, null, "还不行", lin, now.plusSeconds(1));
        var back = undos.takeBack(parent, lin, now.plusSeconds(2));
        assertThat(back.ticket().stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(back.along()).containsExactly(child);
        assertThat(back.left()).containsExactly(moved);
        assertThat(tickets.find(child, lin).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(tickets.find(moved, lin)).isEqualTo(since);
        assertThat(history.of(tickets.find(child, user), user, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.taken_back");
    }

    @Test
    void theApiLinksListsAndUnlinks() {
        long one = open("甲");
        long other = open("乙");
        var api = http.as(cast.token(lin));
        var made = api.post("/api/v1/tickets/" + one + "/links", Map.of("relation", "duplicate_of", "other", other))
                .expect(201)
                .json();
        assertThat(api.get("/api/v1/tickets/" + other + "/links")
                        .json()
                        .get("items")
                        .get(0)
                        .get("relation")
                        .asString())
                .isEqualTo("duplicated_by");
        api.delete("/api/v1/tickets/" + one + "/links/" + made.get("id").asLong())
                .expect(204);
        assertThat(api.get("/api/v1/tickets/" + one + "/links").json().get("items"))
                .isEmpty();
        api.post("/api/v1/tickets/" + one + "/links", Map.of("relation", "duplicate_of", "other", 99999999))
                .expect(422);
    }

    @Test
    void theTimelineOfTheApiNamesNoTicketThatOneDoesNotSee() {
        long one = tickets.open(Draft.titled("登录很慢", user, Source.WEB), now).number();
        long secret =
                tickets.open(Draft.titled("谁在看我的邮件", user, Source.WEB), now).number();
        tickets.assign(one, null, team.id(), null, null, manager, now);
        var link = links.add(one, Relation.RELATED, secret, manager, now);
        links.remove(one, link.id(), manager, now);
        http.as(cast.token(manager))
                .patch("/api/v1/tickets/" + secret, Map.of("restricted", true))
                .expect(200);
        var path = "/api/v1/tickets/" + one + "/timeline";
        assertThat(http.as(cast.token(manager)).get(path).expect(200).text()).contains("\"other\":" + secret);
        assertThat(http.as(cast.token(lin)).get(path).expect(200).text())
                .contains("ticket.linked", "ticket.unlinked")
                .doesNotContain(Long.toString(secret));
    }
}
