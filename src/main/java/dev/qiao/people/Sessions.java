package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.people.SignIn.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is signed in where. The cookie holds a secret, the row its hash. */
@Component
public class Sessions {
    public static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration HALF = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration SEEN = Duration.ofMinutes(1);
    private static final String SESSION =
            "select id, person_id, created_at, last_seen, expires_at, agent, address from people.session ";

    private final Db db;
    private final Recent<String, Session> recent = new Recent<>(10_000);

    Sessions(Db db) {
        this.db = db;
    }

    /** A session just begun, with the secret for its cookie. */
    record Started(long id, String secret) {}

    Started start(long person, Source source, Instant now) {
        return start(person, source, false, LONGEST, now);
    }

    /** The password was right and a code has still to come: such a session opens nothing, and not for long. */
    String startHalf(long person, Source source, Instant now) {
        return start(person, source, true, HALF, now).secret();
    }

    private Started start(long person, Source source, boolean half, Duration life, Instant now) {
        var secret = Seal.random();
        return db.sql("""
                insert into people.session (hash, person_id, created_at, last_seen, expires_at, agent, address, half)
                values (:hash, :person, :now, :now, :expires, :agent, :address, :half) returning id
                """)
                .bind("hash", Seal.hash(secret))
                .bind("person", person)
                .bind("half", half)
                .bind("now", now)
                .bind("expires", now.plus(life))
                .bind("agent", source.agent())
                .bind("address", source.address())
                .one(row -> new Started(row.number("id"), secret));
    }

    /** The live session behind a cookie; notes at most once a minute that it was seen. */
    public Optional<Session> of(String secret, Instant now) {
        return recent.get(Seal.hash(secret), hash -> read(hash, now)).filter(session -> live(session, now));
    }

    /** The half session behind a cookie. */
    public Optional<Session> half(String secret, Instant now) {
        return db.sql(SESSION + "where hash = :hash and half and expires_at > :now")
                .bind("hash", Seal.hash(secret))
                .bind("now", now)
                .optional(Sessions::session);
    }

    /** Where this person is signed in, the newest first. */
    public List<Session> mine(Me me, Instant now) {
        return db
                .sql(
                        SESSION
                                + "where person_id = :me and not half and expires_at > :now order by last_seen desc, id desc limit 100")
                .bind("me", me.id())
                .bind("now", now)
                .list(Sessions::session)
                .stream()
                .filter(session -> live(session, now))
                .toList();
    }

    /** Signs out. */
    public void end(String secret) {
        db.sql("delete from people.session where hash = :hash")
                .bind("hash", Seal.hash(secret))
                .update();
        recent.forget();
    }

    /** Signs another of one's own browsers out. */
    public void end(long session, Me me) {
        int ended = db.sql("delete from people.session where id = :id and person_id = :me")
                .bind("id", session)
                .bind("me", me.id())
                .update();
        if (ended == 0) throw Refused.notFound("people.no_session");
        recent.forget();
    }

    /** Signs somebody out everywhere, but for the session of this secret. */
    void endAll(long person, String but) {
        db.sql("delete from people.session where person_id = :person and hash <> :but")
                .bind("person", person)
                .bind("but", Seal.hash(but))
                .update();
        recent.forget();
    }

    int purge(Instant now) {
        return db.sql("""
                delete from people.session where id in
                    (select id from people.session where expires_at < :now limit 500)
                """).bind("now", now).update();
    }

    private Optional<Session> read(String hash, Instant now) {
        var session = db.sql(SESSION + "where hash = :hash and not half")
                .bind("hash", hash)
                .optional(Sessions::session);
        session.filter(s -> live(s, now) && s.lastSeen().plus(SEEN).isBefore(now))
                .ifPresent(s -> db.sql("update people.session set last_seen = :now where id = :id and last_seen < :now")
                        .bind("now", now)
                        .bind("id", s.id())
                        .update());
        return session;
    }

    private static boolean live(Session session, Instant now) {
        return session.expiresAt().isAfter(now) && session.lastSeen().plus(IDLE).isAfter(now);
    }

    private static Session session(Row row) {
        return new Session(
                row.number("id"),
                row.number("person_id"),
                row.instant("created_at"),
                row.instant("last_seen"),
                row.instant("expires_at"),
                row.text("agent"),
                row.text("address"));
    }
}
