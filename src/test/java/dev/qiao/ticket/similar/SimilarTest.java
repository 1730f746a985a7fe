package dev.qiao.ticket.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.similar.Similar.Alike;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is open already and says nearly the same is told to whoever may see it. */
@QiaoTest
class SimilarTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Similar similar;

    @Autowired
    TestClock clock;

    private Team team;
    private Me zhou;
    private Me boss;
    private Me lin;

    @BeforeEach
    void aTeam() {
        cast.hire("admin");
        team = cast.team(null);
        zhou = cast.join(team, cast.hire("engineer"));
        boss = cast.hire("manager");
        lin = cast.hire("requester");
    }

    private long open(String title, Me requester) {
        long number = tickets.open(Draft.titled(title, requester, Source.WEB), clock.instant())
                .number();
        tickets.assign(number, null, team.id(), null, null, boss, clock.instant());
        return number;
    }

    @Test
    void theNearestComesFirstAndLikelyTheSameIsSaid() {
        long same = open("三号楼电梯刷卡没有反应", lin);
        long near = open("三号楼电梯灯不亮", lin);
        open("咖啡机漏水", lin);
        var found = similar.to("三号楼电梯刷卡没反应", 0, zhou);
        assertThat(found).extracting(Alike::number).containsExactly(same, near);
        assertThat(found.getFirst().same()).isTrue();
        assertThat(found.getLast().same()).isFalse();
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotSeeNorOfWhatIsSolved() {
        long solved = open("五号楼门禁读卡器坏了", lin);
        tickets.resolve(solved, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, zhou, clock.instant());
        long number = open("五号楼门禁读卡器又坏了", lin);
        var stranger = cast.join(cast.team(null), cast.hire("engineer"));
        assertThat(similar.to("五号楼门禁读卡器坏", 0, zhou)).extracting(Alike::number).containsExactly(number);
        assertThat(similar.to("五号楼门禁读卡器坏", 0, lin)).extracting(Alike::number).containsExactly(number);
        assertThat(similar.to("五号楼门禁读卡器坏", number, zhou)).isEmpty();
        assertThat(similar.to("五号楼门禁读卡器坏", 0, stranger)).isEmpty();
        assertThat(similar.to("五号楼门禁读卡器坏", 0, cast.hire("requester"))).isEmpty();
    }

    @Test
    void whatIsTypedNeverBreaksTheQuestion() {
        for (var typed : new String[] {"", "a", "'; drop", "\\ ' | & ! <->", "两个字", "x".repeat(5_000)}) {
            assertThat(similar.to(typed, 0, zhou)).isEmpty();
        }
    }

    @Test
    void likenessIsWhatBothHave() {
        assertThat(Similar.likeness(Set.of("a", "b"), Set.of("a", "b"))).isEqualTo(1);
        assertThat(Similar.likeness(Set.of("a", "b"), Set.of("c"))).isZero();
        assertThat(Similar.likeness(Set.of("a", "b"), Set.of("b", "c"))).isEqualTo(0.5);
    }
}
