package dev.qiao.ticket.canned;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.wording.Wordings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to canned replies. A team's members write their own; those of everybody are written by who configures the desk. */
@Component
public class Canneds {
    private static final int MOST = 500;
    private static final int LONGEST = 10_000;

    /**
     * What of it the audit keeps.
     *
     * @param wording the number of its {@link dev.qiao.ticket.wording.Wording}; null in what was said before wordings were kept
     */
    record Spoken(
            @Nullable Long team, boolean active, @Nullable Long wording) {}

    private final Db db;
    private final Wordings wordings;
    private final Journal journal;
    private final Teams teams;

    Canneds(Db db, Wordings wordings, Journal journal, Teams teams) {
        this.db = db;
        this.wordings = wordings;
        this.journal = journal;
        this.teams = teams;
    }

    /** What this person can use: everybody's and their teams'. */
    public List<Canned> usable(Me me) {
        return all().stream()
                .filter(Canned::active)
                .filter(c -> c.team() == null || me.in(c.team()))
                .toList();
    }

    /** What this person can use or change. */
    public List<Canned> known(Me me) {
        return all().stream()
                .filter(c -> may(c.team(), me) || (c.active() && (c.team() == null || me.in(c.team()))))
                .toList();
    }

    /** Whether this person may change it. */
    public boolean changeable(Canned canned, Me me) {
        return may(canned.team(), me);
    }

    /** Errors: not found, also for what this person can neither use nor change. */
    public Canned find(long id, Me me) {
        return sql(id).filter(c -> c.team() == null || me.in(c.team()) || may(c.team(), me))
                .orElseThrow(() -> Refused.notFound("ticket.canned.no_such"));
    }

    /** Stores it anew or over what it was. Errors: forbidden for another team's or everybody's, a text that is missing or too long. */
    public long save(Canned wanted, Me me, Instant now) {
        var name = Texts.title("name", wanted.name());
        var body = Texts.words("body", wanted.body(), LONGEST);
        must(wanted.team(), me);
        if (wanted.team() != null && teams.find(wanted.team()).isEmpty())
            throw Refused.invalid("team", "ticket.no_team");
        return db.transact(() -> {
            var before = wanted.id() == 0 ? null : find(wanted.id(), me);
            if (before != null) must(before.team(), me);
            var clean = new Canned(wanted.id(), wanted.team(), name, body, wanted.active());
            var was = before == null ? null : spoken(before.id(), before);
            long id = store(clean);
            var facts = Configured.of("ticket.canned", Long.toString(id), was, spoken(id, clean));
            journal.write(new Entry(now, me.origin(), "canned", id, 0, me.id(), Audience.ADMIN, facts));
            return id;
        });
    }

    /** What they are called, whosever they are. */
    Map<Long, String> names(Collection<Long> ids) {
        return all().stream().filter(c -> ids.contains(c.id())).collect(toMap(Canned::id, Canned::name));
    }

    private Spoken spoken(long id, Canned c) {
        return new Spoken(c.team(), c.active(), wordings.keep("canned", id, c.name(), c.body()));
    }

    private static boolean may(@Nullable Long team, Me me) {
        return me.may(Permission.DESK_CONFIGURE) || (team != null && me.may(Permission.TICKET_WORK) && me.in(team));
    }

    private static void must(@Nullable Long team, Me me) {
        if (!may(team, me)) me.must(Permission.DESK_CONFIGURE);
    }

    private List<Canned> all() {
        return db.sql("select id, team_id, name, body, active from ticket.canned order by name, id limit :most")
                .bind("most", MOST)
                .list(Canneds::canned);
    }

    private Optional<Canned> sql(long id) {
        return db.sql("select id, team_id, name, body, active from ticket.canned where id = :id")
                .bind("id", id)
                .optional(Canneds::canned);
    }

    private long store(Canned c) {
        var statement = c.id() == 0 ? db.sql("""
                        insert into ticket.canned (team_id, name, body, active)
                        values (:team::bigint, :name, :body, :active) returning id
                        """) : db.sql("""
                        update ticket.canned set team_id = :team::bigint, name = :name, body = :body, active = :active
                         where id = :id returning id
                        """).bind("id", c.id());
        return statement
                .bind("team", c.team())
                .bind("name", c.name())
                .bind("body", c.body())
                .bind("active", c.active())
                .one(row -> row.number("id"));
    }

    private static Canned canned(Row row) {
        return new Canned(
                row.number("id"), row.numberOrNull("team_id"), row.text("name"), row.text("body"), row.yes("active"));
    }
}
