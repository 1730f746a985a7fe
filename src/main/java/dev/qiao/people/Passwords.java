package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** The password identity: Argon2id with 19 MiB, of which only a few are computed at once, so that a flood cannot eat the memory. */
@Component
class Passwords {
    private static final String ISSUER = "password";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Db db;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY_KIB, PASSES);
    private final Semaphore seats = new Semaphore(4, true);
    /** The hash of no password: to compare with it takes as long as with a real one. */
    private final String decoy =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, PASSES, noise(SALT), noise(HASH));

    Passwords(Db db) {
        this.db = db;
    }

    private static String noise(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes the same time for somebody who does not exist or has no password. */
    boolean matches(Optional<Person> person, String password) {
        var stored = person.flatMap(p -> stored(p.id()));
        boolean same = seated(() -> encoder.matches(shortened(password), stored.orElse(decoy)));
        return same && stored.isPresent() && person.get().active();
    }

    boolean has(long person) {
        return stored(person).isPresent();
    }

    /** What is stored for this password, once it is good enough: slow, so before a transaction. */
    String encoded(Person person, String password) {
        return encoded(person.login(), person.name(), password);
    }

    /** For somebody who is only about to be known. */
    String encoded(@Nullable String login, String name, String password) {
        mustBeGood(login, name, password);
        return seated(() -> encoder.encode(password));
    }

    void store(Person person, String encoded, Instant now) {
        db.sql("""
                insert into people.identity (person_id, issuer, subject, secret, changed_at)
                values (:person, :issuer, :subject, :secret, :now)
                on conflict (issuer, subject) do update set secret = excluded.secret, changed_at = excluded.changed_at
                """)
                .bind("person", person.id())
                .bind("issuer", ISSUER)
                .bind("subject", String.valueOf(person.id()))
                .bind("secret", encoded)
                .bind("now", now)
                .updateOne();
    }

    /** Length is what counts; a name is not a password. */
    static void mustBeGood(@Nullable String login, String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) throw Refused.invalid("password", "people.password_short", SHORTEST);
        if (length > LONGEST) throw Refused.invalid("password", "people.password_long", LONGEST);
        if (holds(password, login)
                || holds(password, name)
                || password.chars().distinct().count() < 4) {
            throw Refused.invalid("password", "people.password_guessable");
        }
    }

    private static boolean holds(String password, @Nullable String word) {
        return word != null && word.length() >= 3 && People.small(password).contains(People.small(word));
    }

    private static String shortened(String password) {
        return password.length() <= 4 * LONGEST ? password : password.substring(0, 4 * LONGEST);
    }

    private Optional<String> stored(long person) {
        return db.sql("select secret from people.identity where issuer = :issuer and subject = :subject")
                .bind("issuer", ISSUER)
                .bind("subject", String.valueOf(person))
                .optional(row -> row.text("secret"));
    }

    private <T> T seated(Supplier<T> work) {
        try {
            if (!seats.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) throw Refused.unavailable("people.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("people.busy");
        }
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
