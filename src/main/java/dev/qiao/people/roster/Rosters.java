package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.calendar.Calendars;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How rosters are written: by those who change people, and by a team's own lead. */
@Component
public class Rosters {
    /** The kind of subject under which the journal knows a roster; its number is that of the team. */
    public static final String KIND = "roster";

    /** How the journal calls a layer. */
    public static final String LAYER = "people.layer";

    private static final String ROSTER = "people.roster";
    private static final int MOST_LAYERS = 30;

    /** The hours as the audit shows them. */
    record Hours(String calendar, List<Window> wanted) {}

    private final Db db;
    private final LayerSql sql;
    private final Duties duties;
    private final Teams teams;
    private final Calendars calendars;
    private final Journal journal;

    Rosters(Db db, LayerSql sql, Duties duties, Teams teams, Calendars calendars, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.duties = duties;
        this.teams = teams;
        this.calendars = calendars;
        this.journal = journal;
    }

    /** The lowest level first. */
    public List<Layer> layers(long team) {
        return duties.of(team, Instant.EPOCH, Instant.EPOCH).layers();
    }

    /** Errors: not found. */
    public Layer layer(long team, long id) {
        return layers(team).stream()
                .filter(layer -> layer.id() == id)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("people.no_layer"));
    }

    /** The zone, layers and wanted hours of a team. */
    public Frame frame(long team) {
        return sql.frame(team).orElse(Frame.NEW);
    }

    /** Whether this person writes the roster of this team. */
    public boolean writes(Team team, Me me) {
        return Objects.equals(team.leadId(), me.id()) || me.may(Permission.PEOPLE_EDIT);
    }

    /** Adds a layer on top. Errors: forbidden; people who are not of the team; too many. */
    public Layer add(long team, LayerDraft draft, Me me, Instant now) {
        var known = mustWrite(team, me);
        draft.checked(staff(team));
        return db.transact(() -> {
            sql.touch(team);
            if (layers(team).size() >= MOST_LAYERS) throw Refused.conflict("people.layers_many", MOST_LAYERS);
            var layer = layer(team, sql.insert(team, draft));
            tell(known, LAYER, null, layer, me, now);
            return layer;
        });
    }

    /**
     * Brings a layer back that was taken away, under its own number: so that what was changed in it before can still be taken back.
     * Errors: as for adding one; conflict when it is there already.
     */
    void restore(long team, Layer was, Me me, Instant now) {
        var known = mustWrite(team, me);
        var draft = LayerDraft.of(was);
        draft.checked(standing(team, List.of(was)));
        db.transact(() -> {
            sql.touch(team);
            if (layers(team).size() >= MOST_LAYERS) throw Refused.conflict("people.layers_many", MOST_LAYERS);
            if (!sql.insert(team, was.id(), was.version() + 1, draft))
                throw Refused.conflict("journal.reversed_already");
            tell(known, LAYER, null, layer(team, was.id()), me, now);
        });
    }

    /** Those of the team, and who had a turn when they still were. */
    private Set<Long> standing(long team, List<Layer> before) {
        var standing = new HashSet<>(staff(team));
        before.forEach(layer -> layer.turns().forEach(standing::addAll));
        return standing;
    }

    /** Who stands in it keeps the turn until taken out, also after leaving. Errors: stale, when somebody else was faster. */
    public void edit(long team, long id, int seen, LayerDraft draft, Me me, Instant now) {
        change(team, id, seen, draft, List.of(), me, now);
    }

    /** Makes a layer what it was. Who had a turn then has it again, also after leaving: it is theirs until somebody takes them out. */
    void takeBack(long team, Layer is, Layer was, Me me, Instant now) {
        change(team, is.id(), is.version(), LayerDraft.of(was), List.of(was), me, now);
    }

    /** @param earlier what the layer was before: who had a turn in it may have one */
    private void change(long team, long id, int seen, LayerDraft draft, List<Layer> earlier, Me me, Instant now) {
        var known = mustWrite(team, me);
        db.transact(() -> {
            var before = layer(team, id);
            draft.checked(standing(
                    team, Stream.concat(earlier.stream(), Stream.of(before)).toList()));
            sql.touch(team);
            if (!sql.update(team, id, seen, draft)) throw Refused.stale("people.stale");
            tell(known, LAYER, before, layer(team, id), me, now);
        });
    }

    /** Takes a layer away. Errors: forbidden; not found. */
    public void remove(long team, long id, Me me, Instant now) {
        var known = mustWrite(team, me);
        db.transact(() -> {
            var before = layer(team, id);
            sql.touch(team);
            if (!sql.delete(team, id)) throw Refused.notFound("people.no_layer");
            tell(known, LAYER, before, null, me, now);
        });
    }

    /** The hours in which somebody must be there, and whose holidays are shown. Errors: stale. */
    public void want(long team, List<Window> wanted, String calendar, int seen, Me me, Instant now) {
        var known = mustWrite(team, me);
        var problems = new ArrayList<Problem>();
        LayerDraft.check(problems, wanted, "hours");
        if (calendars.find(calendar).isEmpty())
            problems.add(new Problem("calendar", "calendar.unknown", List.of(calendar)));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        db.transact(() -> {
            var before = new Hours(frame(team).calendar(), wanted(team));
            sql.touch(team);
            if (!sql.update(team, new Frame(calendar, seen), wanted)) throw Refused.stale("people.stale");
            tell(known, ROSTER, before, new Hours(calendar, wanted(team)), me, now);
        });
    }

    /** The hours in which somebody must be on duty. */
    public List<Window> wanted(long team) {
        return duties.of(team, Instant.EPOCH, Instant.EPOCH).wanted();
    }

    private Team mustWrite(long team, Me me) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        if (!writes(known, me)) me.must(Permission.PEOPLE_EDIT);
        return known;
    }

    private Set<Long> staff(long team) {
        return Set.copyOf(teams.members(team));
    }

    private void tell(Team team, String what, @Nullable Record before, @Nullable Record after, Me me, Instant now) {
        var facts = Configured.of(what, team.code(), before, after);
        journal.write(new Entry(now, me.origin(), KIND, team.id(), team.version(), me.id(), Audience.ADMIN, facts));
    }
}
