package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The branches of sight are disjoint and complete: random rows against the rule in plain Java. */
@QiaoTest
class SightTest {
    private static final String KIND = "sight_test";

    record Thing(long id, @Nullable Long team, long requester, boolean restricted, Set<Long> participants) {}

    @Autowired
    Db db;

    @Autowired
    Crowd crowd;

    @Autowired
    Participants participants;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everybodySeesExactlyWhatTheRuleSaysAndEachRowOnce(long seed) {
        var random = new Random(seed);
        var now = clock.instant();
        var persons = List.of(
                crowd.me(now, "requester"),
                crowd.me(now, "engineer"),
                crowd.me(now, "dispatcher"),
                crowd.me(now, "auditor"),
                crowd.me(now, "engineer"));
        long first = random.nextLong(1_000_000_000) * 1000;
        db.transact(() -> {
            db.sql("""
                    create temporary table thing (id bigint, organization_id bigint, team_id bigint, requester_id bigint,
                        restricted boolean) on commit drop
                    """).update();
            var things = things(random, first, persons);
            things.forEach(this::store);
            for (var person : persons) {
                for (var teams : List.of(Set.<Long>of(), Set.of(1L), Set.of(1L, 2L))) {
                    var me = in(person, teams);
                    var expected = things.stream()
                            .filter(t -> rule(t, me))
                            .map(Thing::id)
                            .sorted()
                            .toList();
                    assertThat(byBranches(me))
                            .as("%s in %s", me.permissions(), teams)
                            .isEqualTo(expected);
                    assertThat(byCondition(me)).isEqualTo(expected);
                    assertThat(things.stream()
                                    .filter(t -> sees(t, me))
                                    .map(Thing::id)
                                    .sorted())
                            .as("of rows that were read already")
                            .containsExactlyElementsOf(expected);
                }
            }
            assertThat(byBranches(Me.QIAO)).hasSize(things.size());
        });
    }

    @Test
    void oneMachineSeesEverything() {
        assertThat(Sight.of(Me.QIAO).branches("t", "ticket", "number")).containsExactly("true");
    }

    @Test
    void aListIsAtMostThreeBranches() {
        var now = clock.instant();
        for (var role : List.of("requester", "engineer", "manager")) {
            var me = in(crowd.me(now, role), Set.of(1L));
            assertThat(Sight.of(me).branches("t", "ticket", "number")).hasSizeBetween(1, 3);
        }
    }

    private static boolean sees(Thing thing, Me me) {
        return Sight.of(me)
                .sees(
                        thing.requester(),
                        thing.team(),
                        thing.restricted(),
                        thing.participants().contains(me.id()));
    }

    private static boolean rule(Thing thing, Me me) {
        if (thing.requester() == me.id() || thing.participants().contains(me.id())) return true;
        if (thing.restricted()) return false;
        if (me.may(Permission.TICKET_SEE_ALL)) return true;
        return me.may(Permission.TICKET_WORK) && thing.team() != null && me.in(thing.team());
    }

    private List<Thing> things(Random random, long first, List<Me> persons) {
        var things = new ArrayList<Thing>();
        for (int i = 0; i < 60; i++) {
            var taking = new HashSet<Long>();
            persons.stream().filter(_ -> random.nextInt(5) == 0).forEach(p -> taking.add(p.id()));
            var team = random.nextInt(4);
            things.add(new Thing(
                    first + i,
                    team == 0 ? null : (long) team,
                    persons.get(random.nextInt(persons.size())).id(),
                    random.nextInt(3) == 0,
                    taking));
        }
        return things;
    }

    private void store(Thing thing) {
        db.sql("insert into thing values (:id, null, :team::bigint, :requester, :restricted)")
                .bind("id", thing.id())
                .bind("team", thing.team())
                .bind("requester", thing.requester())
                .bind("restricted", thing.restricted())
                .update();
        thing.participants().forEach(p -> participants.add(KIND, thing.id(), p, "watcher", clock.instant()));
        thing.participants().forEach(p -> participants.add(KIND, thing.id(), p, "named", clock.instant()));
    }

    private List<Long> byBranches(Me me) {
        var sight = Sight.of(me);
        var union = String.join(
                " union all ",
                sight.branches("t", KIND, "id").stream()
                        .map(branch -> "select t.id from thing t where " + branch)
                        .toList());
        return sight.bind(db.sql("select id from (" + union + ") seen order by id"))
                .list(row -> row.number("id"));
    }

    private List<Long> byCondition(Me me) {
        var sight = Sight.of(me);
        return sight.bind(
                        db.sql("select t.id from thing t where " + sight.condition("t", KIND, "id") + " order by t.id"))
                .list(row -> row.number("id"));
    }

    private static Me in(Me me, Set<Long> teams) {
        return new Me(
                me.id(), me.login(), me.name(), 0, teams, me.permissions(), me.language(), me.zone(), me.origin());
    }
}
