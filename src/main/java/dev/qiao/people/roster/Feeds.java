package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Seal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calendars to subscribe to, each behind an address that nobody can guess: one's own, and that of a team. The secret is shown once;
 * making another ends the one before.
 */
@Component
public class Feeds {
    private static final int SECRET = 43;

    /** Whose calendar it is: of one of both. */
    public record Feed(@Nullable Long person, @Nullable Long team) {}

    private final Db db;
    private final Rosters rosters;
    private final Teams teams;
    private final Journal journal;

    Feeds(Db db, Rosters rosters, Teams teams, Journal journal) {
        this.db = db;
        this.rosters = rosters;
        this.teams = teams;
        this.journal = journal;
    }

    /** Whether I have one. */
    public boolean mine(Me me) {
        return has("person_id", me.id());
    }

    public boolean ofTeam(long team) {
        return has("team_id", team);
    }

    /** My own; returns its secret. */
    public String make(Me me, Instant now) {
        return make("person", me.id(), me, now);
    }

    /** That of a team; returns its secret. */
    public String make(long team, Me me, Instant now) {
        mustWrite(team, me);
        return make("team", team, me, now);
    }

    /** Ends one's own calendar address: who has it reads nothing more. */
    public void revoke(Me me, Instant now) {
        revoke("person", me.id(), me, now);
    }

    /** Ends the team's calendar address. Errors: forbidden. */
    public void revoke(long team, Me me, Instant now) {
        mustWrite(team, me);
        revoke("team", team, me, now);
    }

    /** What lies behind a secret: of people and teams that work today. */
    public Optional<Feed> of(String secret) {
        if (secret.length() != SECRET) return Optional.empty();
        return db.sql("""
                select f.person_id, f.team_id from people.feed f
                left join people.person p on p.id = f.person_id left join people.team t on t.id = f.team_id
                where f.hash = :hash and coalesce(p.active, t.active)
                """)
                .bind("hash", Seal.hash(secret))
                .optional(row -> new Feed(row.numberOrNull("person_id"), row.numberOrNull("team_id")));
    }

    private String make(String kind, long id, Me me, Instant now) {
        var secret = Seal.random();
        db.transact(() -> {
            db.sql("""
                    insert into people.feed (hash, %1$s_id, made_by, made_at) values (:hash, :id, :me, :now)
                    on conflict (%1$s_id) do update set hash = excluded.hash, made_by = excluded.made_by, made_at = excluded.made_at
                    """.formatted(kind))
                    .bind("hash", Seal.hash(secret))
                    .bind("id", id)
                    .bind("me", me.id())
                    .bind("now", now)
                    .updateOne();
            tell(kind, id, new RosterFacts.FeedMade(id), me, now);
        });
        return secret;
    }

    private void revoke(String kind, long id, Me me, Instant now) {
        db.transact(() -> {
            int gone = db.sql("delete from people.feed where %s_id = :id".formatted(kind))
                    .bind("id", id)
                    .update();
            if (gone == 0) throw Refused.notFound("people.no_feed");
            tell(kind, id, new RosterFacts.FeedRevoked(id), me, now);
        });
    }

    private boolean has(String column, long id) {
        return db.sql("select id from people.feed where %s = :id".formatted(column))
                .bind("id", id)
                .optional(row -> row.number("id"))
                .isPresent();
    }

    private Team mustWrite(long team, Me me) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        if (!rosters.writes(known, me)) me.must(Permission.PEOPLE_EDIT);
        return known;
    }

    private void tell(String kind, long id, RosterFacts facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), kind, id, 0, me.id(), Audience.ADMIN, facts));
    }
}
