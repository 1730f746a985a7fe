package dev.qiao.people;

import dev.qiao.base.Me;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** People for tests: each call makes new ones, so that tests do not meet each other's. */
@Component
public class Crowd {
    public static final String PASSWORD = "correct horse 1";
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000);

    private final People people;
    private final Rights rights;
    private final Tokens tokens;
    private final Invitations invitations;
    private final SignIn signIn;

    Crowd(People people, Rights rights, Tokens tokens, Invitations invitations, SignIn signIn) {
        this.people = people;
        this.rights = rights;
        this.tokens = tokens;
        this.invitations = invitations;
        this.signIn = signIn;
    }

    /** A word that nobody else has. */
    public String word(String start) {
        return start + NEXT.incrementAndGet();
    }

    public Person person(Instant now, String... roles) {
        var login = word("p");
        return people.add(new PersonDraft(login, "Person " + login, null, null, null, 0), Set.of(roles), Me.QIAO, now);
    }

    public Me me(Instant now, String... roles) {
        return rights.of(person(now, roles).id()).orElseThrow();
    }

    /** Gives a person the {@link #PASSWORD}. */
    public Person withPassword(Person person, Instant now) {
        var invitation = invitations.offer(person.id(), Invitation.Purpose.INVITATION, Me.QIAO, now);
        var link = invitations.link(invitation.id(), now).orElseThrow();
        signIn.byInvitation(link.substring(link.lastIndexOf('/') + 1), PASSWORD, source("192.0.2.1"), now);
        return person;
    }

    public String token(long person, Token.Scope scope, Instant now) {
        return tokens.issue(person, "test", scope, Duration.ofDays(30), Me.QIAO, now)
                .secret();
    }

    public static SignIn.Source source(String address) {
        return new SignIn.Source(address, "Test", null);
    }
}
