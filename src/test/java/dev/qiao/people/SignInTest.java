package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Status;
import dev.qiao.people.Failures.Aim;
import dev.qiao.people.Failures.Pace;
import dev.qiao.people.SignIn.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class SignInTest {
    @Autowired
    SignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    People people;

    @Autowired
    Rights rights;

    @Autowired
    Failures failures;

    @Autowired
    Crowd crowd;

    private final Instant now = TestClock.MONDAY;

    @Test
    void bothLoginAndMailLeadIn() {
        var login = crowd.word("who");
        var person = people.add(
                new PersonDraft(login, "Who", login + "@Example.org", null, null, 0),
                Set.of("requester"),
                Me.QIAO,
                now);
        crowd.withPassword(person, now);
        assertThat(in(login.toUpperCase(Locale.ROOT), at("10.1.0.1")).person()).isEqualTo(person.id());
        assertThat(in(login + "@example.ORG", at("10.1.0.1")).person()).isEqualTo(person.id());
    }

    @Test
    void whoGuessesWaitsLongerAndLonger() {
        var login = victim();
        for (int i = 0; i < 5; i++) refused(Status.INVALID, () -> wrong(login, at("10.2.0.1"), now));
        refused(Status.TOO_MANY, () -> wrong(login, at("10.2.0.1"), now.plusSeconds(1)));
        refused(Status.INVALID, () -> wrong(login, at("10.2.0.1"), now.plusSeconds(2)));
        refused(Status.TOO_MANY, () -> wrong(login, at("10.2.0.1"), now.plusSeconds(5)));
        refused(Status.INVALID, () -> wrong(login, at("10.2.0.1"), now.plusSeconds(6)));
    }

    @Test
    void whoGuessesManyTimesAtOnceGainsNothing() throws Exception {
        var aims = Failures.aims(crowd.word("burst"), at("10.12.0.1"), false);
        var go = new CountDownLatch(1);
        var tries = new AtomicInteger();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                guessers.submit(() -> {
                    go.await();
                    failures.count(aims, now);
                    return tries.incrementAndGet();
                });
            }
            go.countDown();
        }
        assertThat(tries).hasValue(5);
    }

    @Test
    void evenTheRightPasswordWaitsWhereItWasGuessed() {
        var login = victim();
        for (int i = 0; i < 5; i++) refused(Status.INVALID, () -> wrong(login, at("10.3.0.1"), now));
        refused(Status.TOO_MANY, () -> in(login, at("10.3.0.1")));
    }

    @Test
    void theVictimComesInFromElsewhereAndFromAKnownBrowserWhileTheAttackGoesOn() {
        var login = victim();
        var device = in(login, at("10.4.0.9")).device();
        besiege(login, "10.4.1.");
        assertThat(signIn.byPassword(login, Crowd.PASSWORD, at("10.4.2.1"), now.plusSeconds(60))
                        .person())
                .isPositive();
        var known = new Source("10.4.1.1", "Test", device);
        assertThat(signIn.byPassword(login, Crowd.PASSWORD, known, now.plusSeconds(60))
                        .person())
                .isPositive();
    }

    @Test
    void aTypingErrorOfTheVictimElsewhereCostsNothingWhileTheAttackGoesOn() {
        var login = victim();
        besiege(login, "10.10.1.");
        refused(Status.INVALID, () -> wrong(login, at("10.10.2.1"), now.plusSeconds(60)));
        assertThat(signIn.byPassword(login, Crowd.PASSWORD, at("10.10.2.1"), now.plusSeconds(61))
                        .person())
                .isPositive();
    }

    @Test
    void whoGuessesFromManyPlacesHasLittleToTryFromEach() {
        var login = victim();
        besiege(login, "10.11.1.");
        var another = at("10.11.2.1");
        for (int i = 0; i < 2; i++) refused(Status.INVALID, () -> wrong(login, another, now));
        refused(Status.TOO_MANY, () -> wrong(login, another, now.plusSeconds(59)));
        refused(Status.INVALID, () -> wrong(login, another, now.plusSeconds(60)));
        refused(Status.TOO_MANY, () -> wrong(login, another, now.plusSeconds(60 + 239)));
        refused(Status.INVALID, () -> wrong(login, another, now.plusSeconds(60 + 240)));
    }

    /** Sixty guesses from 25 addresses. */
    private void besiege(String login, String network) {
        for (int i = 0; i < 60; i++) {
            try {
                wrong(login, at(network + i % 25), now.plusSeconds(i));
            } catch (Refused _) {
                // what the attacker is told does not matter here
            }
        }
    }

    @Test
    void anUnknownLoginIsSlowedLikeAKnownOne() {
        var ghost = crowd.word("ghost");
        for (int i = 0; i < 5; i++) refused(Status.INVALID, () -> wrong(ghost, at("10.5.0.1"), now));
        refused(Status.TOO_MANY, () -> wrong(ghost, at("10.5.0.1"), now));
    }

    @Test
    void theDelayGrowsToAQuarterOfAnHour() {
        var aim = new Aim("x", 5, Pace.USUAL);
        assertThat(aim.delay(4)).isZero();
        assertThat(aim.delay(5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(aim.delay(6)).isEqualTo(Duration.ofSeconds(4));
        assertThat(aim.delay(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOut() {
        var login = victim();
        refused(Status.INVALID, () -> wrong(login, at("10.4.0.1"), now.plus(Duration.ofDays(15))));
        in(login, at("10.4.0.1"));
    }

    @Test
    void neighboursOfOneNetworkAreCountedTogether() {
        assertThat(at("2001:db8:1:2::7").network())
                .isEqualTo(at("2001:db8:1:2:ffff::1").network());
        assertThat(at("2001:db8:1:3::7").network())
                .isNotEqualTo(at("2001:db8:1:2::7").network());
        assertThat(at("2001:db8::1").network()).isEqualTo("2001:db8:0:0:");
    }

    @Test
    void aSessionEndsWhenItIsIdleOverOrEnded() {
        var login = victim();
        var secret = in(login, at("10.6.0.1")).secret();
        assertThat(sessions.of(secret, now)).isPresent();
        assertThat(sessions.of(secret, now.plus(Duration.ofDays(8)))).isEmpty();
        sessions.end(secret);
        assertThat(sessions.of(secret, now)).isEmpty();
        assertThat(sessions.of("made up", now)).isEmpty();
    }

    @Test
    void whoSignsAnotherBrowserOutMustBeItsOwner() {
        var login = victim();
        var secret = in(login, at("10.7.0.1")).secret();
        var session = sessions.of(secret, now).orElseThrow();
        var stranger = crowd.me(now, "requester");
        refused(Status.NOT_FOUND, () -> sessions.end(session.id(), stranger));
        sessions.end(session.id(), rights.of(session.person()).orElseThrow());
        assertThat(sessions.of(secret, now)).isEmpty();
    }

    @Test
    void anotherPasswordSignsOutEverywhereElse() {
        var login = victim();
        var here = in(login, at("10.8.0.1")).secret();
        var there = in(login, at("10.8.0.2")).secret();
        var me = rights.of(sessions.of(here, now).orElseThrow().person()).orElseThrow();
        refused(Status.INVALID, () -> signIn.change(me, "not mine", "another good one", here, at("10.8.0.1"), now));
        refused(Status.INVALID, () -> signIn.change(me, Crowd.PASSWORD, "short", here, at("10.8.0.1"), now));
        signIn.change(me, Crowd.PASSWORD, "another good one", here, at("10.8.0.1"), now);
        assertThat(sessions.of(here, now)).isPresent();
        assertThat(sessions.of(there, now)).isEmpty();
    }

    @Test
    void whoWasDeactivatedIsOutAndStaysOut() {
        var login = victim();
        var secret = in(login, at("10.9.0.1")).secret();
        var person = people.byLogin(login).orElseThrow();
        people.activate(person.id(), false, Me.QIAO, now);
        assertThat(sessions.of(secret, now).flatMap(s -> rights.of(s.person()))).isEmpty();
        refused(Status.INVALID, () -> in(login, at("10.9.0.1")));
    }

    private String victim() {
        return Objects.requireNonNull(
                crowd.withPassword(crowd.person(now, "engineer"), now).login());
    }

    private SignIn.In in(String login, Source source) {
        return signIn.byPassword(login, Crowd.PASSWORD, source, now);
    }

    private void wrong(String login, Source source, Instant at) {
        signIn.byPassword(login, "a wrong guess", source, at);
    }

    private static Source at(String address) {
        return Crowd.source(address);
    }

    private static void refused(Status status, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(status));
    }
}
