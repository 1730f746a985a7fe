package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Status;
import dev.qiao.journal.Journal;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.PersonFacts.PersonInvited;
import dev.qiao.people.PersonFacts.ResetOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class InvitationsTest {
    @Autowired
    Invitations invitations;

    @Autowired
    SignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    Crowd crowd;

    private final Instant now = TestClock.MONDAY;

    @Test
    void aLinkWorksOnce() {
        var code = invited(crowd.person(now, "engineer"), Purpose.INVITATION);
        assertThat(use(code, now).person()).isPositive();
        over(code, now);
    }

    @Test
    void aLinkEndsWithItsTime() {
        var person = crowd.person(now, "engineer");
        var code = invited(person, Purpose.INVITATION);
        over(code, now.plus(Duration.ofDays(7)));
        assertThat(invitations
                        .open(code, now.plus(Duration.ofDays(7)).minusSeconds(1))
                        .person())
                .isEqualTo(person.id());
    }

    @Test
    void aLinkThatWasTamperedWithOpensNothing() {
        var first = invited(crowd.person(now, "engineer"), Purpose.INVITATION);
        var second = invited(crowd.person(now, "engineer"), Purpose.INVITATION);
        over(second.substring(0, second.indexOf('.')) + first.substring(first.indexOf('.')), now);
        over(first.substring(0, first.length() - 1) + (first.endsWith("A") ? "B" : "A"), now);
        for (var made : new String[] {"", ".", "1.", "x.y", "99999999999999999999.a", "1", "-1.a"}) over(made, now);
    }

    @Test
    void aLaterLinkEndsTheEarlierOnes() {
        var person = crowd.person(now, "engineer");
        var first = invited(person, Purpose.INVITATION);
        var second = invited(person, Purpose.INVITATION);
        over(first, now);
        use(second, now);
    }

    @Test
    void aResetSignsOutWhereverTheAccountWasOpen() {
        var person = crowd.withPassword(crowd.person(now, "engineer"), now);
        var open = signIn.byPassword(String.valueOf(person.login()), Crowd.PASSWORD, Crowd.source("10.20.0.1"), now);
        use(invited(person, Purpose.RESET), now);
        assertThat(sessions.of(open.secret(), now)).isEmpty();
    }

    @Test
    void aPasswordThatIsTooWeakUsesNothingUp() {
        var person = crowd.person(now, "engineer");
        var code = invited(person, Purpose.INVITATION);
        for (var weak : new String[] {"short", "aaaaaaaaaaaaa", "my name is " + person.login()}) {
            assertThatThrownBy(() -> signIn.byInvitation(code, weak, Crowd.source("10.20.0.2"), now))
                    .isInstanceOf(Refused.class);
        }
        use(code, now);
    }

    @Test
    void theJournalSaysWhomToMailAndNothingSecret() {
        var person = crowd.person(now, "engineer");
        var invitation = invitations.offer(person.id(), Purpose.INVITATION, Me.QIAO, now);
        var reset = invitations.offer(person.id(), Purpose.RESET, Me.QIAO, now);
        var entries = journal.of("person", person.id(), 0, 10).reversed();
        assertThat(entries.get(1).as(PersonInvited.class)).isEqualTo(new PersonInvited(invitation.id(), person.id()));
        assertThat(entries.get(0).as(ResetOffered.class)).isEqualTo(new ResetOffered(reset.id(), person.id()));
        assertThat(invitations.link(invitation.id(), now)).isEmpty();
        assertThat(invitations.link(reset.id(), now)).isPresent();
    }

    @Test
    void whoCannotSignInIsNotInvited() {
        var nameless = people.add(
                new PersonDraft(null, "Caller", null, "5550100", null, 0), Set.of("requester"), Me.QIAO, now);
        assertThatThrownBy(() -> invitations.offer(nameless.id(), Purpose.INVITATION, Me.QIAO, now))
                .isInstanceOf(Refused.class);
        var engineer = crowd.me(now, "engineer");
        assertThatThrownBy(() -> invitations.offer(engineer.id(), Purpose.RESET, engineer, now))
                .isInstanceOf(Refused.class);
    }

    private String invited(Person person, Purpose purpose) {
        var invitation = invitations.offer(person.id(), purpose, Me.QIAO, now);
        var link = invitations.link(invitation.id(), now).orElseThrow();
        return link.substring("/invitations/".length());
    }

    private SignIn.In use(String code, Instant at) {
        return signIn.byInvitation(code, "a perfectly good one", Crowd.source("10.20.0.3"), at);
    }

    private void over(String code, Instant at) {
        assertThatThrownBy(() -> invitations.open(code, at))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(Status.NOT_FOUND));
    }
}
