package dev.qiao.ticket.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.FirstStep;
import dev.qiao.people.Crowd;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.Invitations;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** An empty desk says what to do first, and each step ticks itself off from the data. */
@QiaoTest
class FirstStepsTest {
    @Autowired
    ObjectProvider<FirstStep> steps;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Invitations invitations;

    @Autowired
    TestClock clock;

    @Test
    void theRoomsContributeTheirStepsInOrderAndTheirPagesExist() {
        assertThat(steps.stream().sorted((a, b) -> a.place() - b.place()).map(FirstStep::key))
                .containsExactly(
                        "people.first_colleague",
                        "people.first_team",
                        "asset.first_service",
                        "sla.first_agreement",
                        "ticket.first_ticket");
        var team = steps.stream()
                .filter(step -> step.key().equals("people.first_team"))
                .findFirst()
                .orElseThrow();
        cast.join(cast.team(null), cast.hire("engineer"));
        assertThat(team.done().getAsBoolean()).isTrue();
    }

    @Test
    void whoIsOnlyWrittenDownIsNotAskedInAndTheStepGoesOnAtTheirPage() {
        var now = clock.instant();
        var noted = crowd.person(now, "engineer");
        var step = steps.stream()
                .filter(each -> each.key().equals("people.first_colleague"))
                .findFirst()
                .orElseThrow();
        assertThat(invitations.asked(noted.id())).isFalse();
        assertThat(step.path().get()).startsWith("/people/").isNotEqualTo("/people/new");
        invitations.offer(noted.id(), Purpose.INVITATION, cast.hire("admin"), now);
        assertThat(invitations.asked(noted.id())).isTrue();
    }

    @Test
    void whatIsDoneIsTickedAndOnceAllIsDoneNobodyIsAskedAgain() {
        var done = new AtomicBoolean();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("second", new FirstStep("b", "/b", 2, done::get));
        beans.registerSingleton("first", new FirstStep("a", "/a", 1, () -> true));
        var some = new FirstSteps(beans.getBeanProvider(FirstStep.class));
        assertThat(some.of(cast.hire("engineer"))).isEmpty();
        var admin = cast.hire("admin");
        assertThat(some.of(admin))
                .isEqualTo(List.of(new FirstSteps.Line("a", "/a", true), new FirstSteps.Line("b", "/b", false)));
        done.set(true);
        assertThat(some.of(admin)).isEmpty();
        done.set(false);
        assertThat(some.of(admin)).isEmpty();
    }
}
