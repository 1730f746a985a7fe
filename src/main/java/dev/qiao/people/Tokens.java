package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.people.PersonFacts.PersonTokenIssued;
import dev.qiao.people.PersonFacts.PersonTokenRevoked;
import dev.qiao.people.Token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keys for programs. The secret is shown once; what is stored is its hash. */
@Component
public class Tokens {
    /** How the secret starts, so that one that leaked is recognized. */
    private static final String PREFIX = "qiao_";

    public static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration USED = Duration.ofMinutes(1);
    private static final int MOST = 50;
    private static final String TOKEN =
            "select id, person_id, name, scope, created_at, expires_at, last_used from people.token ";

    private final Db db;
    private final People people;
    private final Ledger ledger;
    private final Recent<String, Token> recent = new Recent<>(10_000);

    Tokens(Db db, People people, Ledger ledger) {
        this.db = db;
        this.people = people;
        this.ledger = ledger;
    }

    /** For oneself; Qiao itself makes them for anybody who is active. */
    public Token.Issued issue(long person, String name, Scope scope, Duration life, Me me, Instant now) {
        var owner = people.find(person).filter(Person::active).orElseThrow(() -> Refused.notFound("people.no_person"));
        if (!me.machine() && me.id() != person) throw Refused.forbidden("people.token_of_another");
        var wrong = new Wrong();
        var called = wrong.text("name", name, 1, 100);
        wrong.unless(
                life.isPositive() && life.compareTo(LONGEST) <= 0, "expires", "people.token_life", LONGEST.toDays());
        wrong.refuse();
        return db.transact(() -> {
            if (of(person).size() >= MOST) throw Refused.conflict("people.tokens_many", MOST);
            var secret = PREFIX + Seal.random();
            var token = insert(person, called, scope, now, now.plus(life), secret);
            ledger.note(Ledger.PERSON, person, owner.version(), me, now, new PersonTokenIssued(token.id(), scope));
            return new Token.Issued(token, secret);
        });
    }

    /** The token behind a secret while it is valid; notes at most once a minute that it was used. */
    public Optional<Token> of(String secret, Instant now) {
        return recent.get(Seal.hash(secret), hash -> read(hash, now))
                .filter(token -> token.expiresAt().isAfter(now));
    }

    /** One's own, the newest first. */
    public List<Token> mine(Me me) {
        return of(me.id());
    }

    /** One's own only. */
    public void revoke(long token, Me me, Instant now) {
        var owner = people.find(me.id()).orElseThrow(() -> Refused.notFound("people.no_token"));
        db.transact(() -> {
            int gone = db.sql("delete from people.token where id = :id and person_id = :me")
                    .bind("id", token)
                    .bind("me", me.id())
                    .update();
            if (gone == 0) throw Refused.notFound("people.no_token");
            ledger.note(Ledger.PERSON, me.id(), owner.version(), me, now, new PersonTokenRevoked(token));
            recent.forget();
        });
    }

    private List<Token> of(long person) {
        return db.sql(TOKEN + "where person_id = :person order by id desc limit 100")
                .bind("person", person)
                .list(Tokens::token);
    }

    private Token insert(long person, String name, Scope scope, Instant now, Instant expires, String secret) {
        return db.sql("""
                insert into people.token (hash, person_id, name, scope, created_at, expires_at)
                values (:hash, :person, :name, :scope, :now, :expires)
                returning id, person_id, name, scope, created_at, expires_at, last_used
                """)
                .bind("hash", Seal.hash(secret))
                .bind("person", person)
                .bind("name", name)
                .bind("scope", scope)
                .bind("now", now)
                .bind("expires", expires)
                .one(Tokens::token);
    }

    private Optional<Token> read(String hash, Instant now) {
        var token = db.sql(TOKEN + "where hash = :hash").bind("hash", hash).optional(Tokens::token);
        token.filter(t -> t.lastUsed() == null || t.lastUsed().plus(USED).isBefore(now))
                .ifPresent(t -> db.sql("update people.token set last_used = :now where id = :id")
                        .bind("now", now)
                        .bind("id", t.id())
                        .update());
        return token;
    }

    private static Token token(Row row) {
        return new Token(
                row.number("id"),
                row.number("person_id"),
                row.text("name"),
                row.word("scope", Scope.class),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("last_used"));
    }
}
