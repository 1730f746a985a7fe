package dev.qiao.ticket.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.merge.Merges;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The links of what goes on in another ticket are that one's as long as it does. */
class MergedLinksTest extends Linking {
    @Autowired
    Merges merges;

    long parent;
    long child;
    long survivor;

    @BeforeEach
    void aParentThatGoesOnInAnother() {
        parent = open("机房断电");
        child = open("打不开门户");
        survivor = open("整栋楼断电");
        links.add(child, Relation.CHILD_OF, parent, lin, now);
        merges.merge(parent, survivor, lin, now);
    }

    private List<Links.Linked> of(long number) {
        return links.of(tickets.find(number, lin), lin);
    }

    private List<Long> owed(long number) {
        return family.open(tickets.find(number, lin), lin).stream()
                .map(Ticket::number)
                .toList();
    }

    @Test
    void theChildrenOfWhatWasMergedAreTheSurvivorsAndComeBackWithIt() {
        assertThat(of(survivor)).singleElement().satisfies(linked -> {
            assertThat(linked.link().relation()).isEqualTo(Relation.PARENT_OF);
            assertThat(linked.other().number()).isEqualTo(child);
        });
        assertThat(of(child)).singleElement().satisfies(linked -> {
            assertThat(linked.link().relation()).isEqualTo(Relation.CHILD_OF);
            assertThat(linked.other().number()).isEqualTo(survivor);
        });
        var listed = http.as(cast.token(lin))
                .get("/api/v1/tickets/" + survivor + "/links")
                .expect(200)
                .json()
                .get("items");
        assertThat(listed.get(0).get("other").asLong()).isEqualTo(child);
        merges.unmerge(parent, lin, now);
        assertThat(of(survivor)).isEmpty();
        assertThat(owed(parent)).containsExactly(child);
    }

    @Test
    void resolvingTheSurvivorOffersToResolveThemAndTellsWhoAsked() {
        assertThat(owed(survivor)).containsExactly(child);
        tickets.resolve(survivor, null, Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        var solved = family.resolve(survivor, List.of(child), Outcome.FIXED, Cause.HARDWARE, "换了电源", null, lin, now);
        assertThat(solved.done()).containsExactly(child);
        assertThat(tickets.find(child, user).stage()).isInstanceOf(Stage.Resolved.class);
        assertThat(history.of(tickets.find(child, user), user, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.resolved");
    }

    @Test
    void aChildThatGoesOnInAnotherIsOwedThere() {
        long goesOn = open("门户又慢又断");
        merges.merge(child, goesOn, lin, now);
        assertThat(owed(survivor)).containsExactly(goesOn);
        merges.unmerge(child, lin, now);
        assertThat(owed(survivor)).containsExactly(child);
    }

    @Test
    void whatWasMergedIntoItsOwnChildIsNotLinkedWithItself() {
        merges.unmerge(parent, lin, now);
        merges.merge(parent, child, lin, now);
        assertThat(of(child)).isEmpty();
    }

    @Test
    void aLinkIsTakenAwayWhereItShows() {
        var link = of(survivor).getFirst().link();
        links.remove(survivor, link.id(), lin, now);
        assertThat(of(survivor)).isEmpty();
        assertThat(of(child)).isEmpty();
        links.add(survivor, Relation.PARENT_OF, child, lin, now);
        var again = of(child).getFirst().link();
        links.remove(child, again.id(), lin, now);
        assertThat(of(survivor)).isEmpty();
    }
}
