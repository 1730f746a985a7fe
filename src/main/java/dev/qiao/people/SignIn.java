package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.PersonFacts.PersonPasswordSet;
import dev.qiao.people.PersonFacts.PersonSignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How somebody comes in: by password, or by a one-time link that sets it. */
@Component
public class SignIn {
    /** How long a browser stays known without being used. */
    public static final Duration DEVICE = Duration.ofDays(400);

    /**
     * Somebody is in.
     *
     * @param secret for the session's cookie
     * @param device for the cookie by which this browser is known from now on
     * @param whole false when a code has still to be shown: until then the session opens nothing else
     */
    public record In(long person, String secret, String device, boolean whole) {}

    /**
     * Where a sign-in comes from.
     *
     * @param device what this browser was given when somebody signed in from it before
     */
    public record Source(
            String address, String agent, @Nullable String device) {
        private static final int LONGEST_AGENT = 300;

        public Source {
            agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
        }

        /** One subscriber of IPv6 has a whole /64. */
        String network() {
            if (!address.contains(":")) return address;
            var halves = address.split("::", 2);
            var parts = halves[0].split(":", -1);
            var network = new StringBuilder();
            for (int i = 0; i < 4; i++)
                network.append(i < parts.length ? parts[i] : "0").append(':');
            return network.toString();
        }
    }

    private final Db db;
    private final People people;
    private final Passwords passwords;
    private final Failures failures;
    private final Devices devices;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Ledger ledger;
    private final SecondFactor factor;

    SignIn(
            Db db,
            People people,
            Passwords passwords,
            Failures failures,
            Devices devices,
            Sessions sessions,
            Invitations invitations,
            Ledger ledger,
            SecondFactor factor) {
        this.db = db;
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
        this.devices = devices;
        this.sessions = sessions;
        this.invitations = invitations;
        this.ledger = ledger;
        this.factor = factor;
    }

    /** By login or mail. Wrong, unknown and deactivated are told apart neither by words nor by time. */
    public In byPassword(String login, String password, Source source, Instant now) {
        var called = People.small(login);
        var person =
                called.contains("@") ? people.byMail(called).or(() -> people.byLogin(called)) : people.byLogin(called);
        var aims = Failures.aims(called, source, devices.knows(source, person));
        failures.count(aims, now);
        if (!passwords.matches(person, password)) throw Refused.invalid("password", "people.no_match");
        failures.forgive(aims);
        return proved(person.orElseThrow(), source, now);
    }

    /** Uses a one-time link: sets the password, ends what was open elsewhere, and lets in. */
    public In byInvitation(String code, String password, Source source, Instant now) {
        var invitation = invitations.open(code, now);
        var person = people.find(invitation.person())
                .filter(Person::active)
                .orElseThrow(() -> Refused.notFound("people.link_over"));
        var encoded = passwords.encoded(person, password);
        return db.transact(() -> {
            invitations.use(invitation, now);
            passwords.store(person, encoded, now);
            sessions.endAll(person.id(), "");
            ledger.note(person, now, new PersonPasswordSet());
            return proved(person, source, now);
        });
    }

    /** The second step: a code makes a half session whole, under another secret. Errors: no half session, a wrong code. */
    public In byCode(String half, String code, Source source, Instant now) {
        var person = sessions.half(half, now)
                .flatMap(session -> people.find(session.person()))
                .filter(Person::active)
                .orElseThrow(() -> Refused.unauthenticated("people.totp.over"));
        factor.show(person.id(), code, now);
        return db.transact(() -> {
            sessions.end(half);
            return in(person, source, now);
        });
    }

    /** Changes one's own password; other browsers are signed out. */
    public void change(Me me, String current, String password, String session, Source source, Instant now) {
        var person = people.find(me.id()).orElseThrow(() -> Refused.notFound("people.no_person"));
        var aims = Failures.aims("change " + me.id(), source, false);
        failures.count(aims, now);
        if (!passwords.matches(Optional.of(person), current)) {
            throw Refused.invalid("current", "people.wrong_current");
        }
        failures.forgive(aims);
        var encoded = passwords.encoded(person, password);
        db.transact(() -> {
            passwords.store(person, encoded, now);
            sessions.endAll(me.id(), session);
            ledger.note(Ledger.PERSON, me.id(), person.version(), me, now, new PersonPasswordSet());
        });
    }

    /** Lets a person of the demonstration in, or the first administrator: whoever calls has proved it otherwise. */
    In trusted(Person person, Source source, Instant now) {
        return in(person, source, now);
    }

    private In proved(Person person, Source source, Instant now) {
        if (!factor.asks(person.id())) return in(person, source, now);
        factor.begin(person.id());
        return new In(person.id(), sessions.startHalf(person.id(), source, now), "", false);
    }

    private In in(Person person, Source source, Instant now) {
        return db.transact(() -> {
            var session = sessions.start(person.id(), source, now);
            var device = devices.remember(source, person.id(), now);
            ledger.note(person, now, new PersonSignedIn(session.id()));
            return new In(person.id(), session.secret(), device, true);
        });
    }
}
