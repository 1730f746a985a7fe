package dev.qiao.ticket.view;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.view.ViewFact.ViewRemoved;
import dev.qiao.ticket.view.ViewFact.ViewRestored;
import dev.qiao.ticket.view.ViewFact.ViewSaved;
import dev.qiao.ticket.view.ViewFact.ViewTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to saved views. Who has a view decides over its name and conditions; which tickets it shows is decided by who looks. A
 * team's view stays when people go; one that a person shared can be taken over when they have left.
 */
@Component
public class SavedViews {
    /** So many may one person or one team keep. */
    public static final int MOST = 60;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final Duration RESTORABLE = Duration.ofDays(30);
    private static final Duration LISTED = Duration.ofDays(7);
    private static final int MOST_LISTED = 5;

    private final Db db;
    private final SavedViewSql sql;
    private final People people;
    private final Journal journal;

    SavedViews(Db db, SavedViewSql sql, People people, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.people = people;
        this.journal = journal;
    }

    /** One's own and those of one's teams. */
    public List<SavedView> of(Me me) {
        return me.worksHere() ? sql.of(me.id(), me.teams(), MOST * 2) : List.of();
    }

    /** What was removed of them in the last days and can be brought back, the newest first. */
    public List<SavedView> removed(Me me, Instant now) {
        return me.worksHere() ? sql.removed(me.id(), me.teams(), now.minus(LISTED), MOST_LISTED) : List.of();
    }

    /** One that this person may use; it is not told whether there is another. */
    public Optional<SavedView> find(long id, Me me) {
        return sql.find(id).filter(view -> view.removedAt() == null && visible(view, me));
    }

    /** Whether this person may change it. */
    public boolean owns(SavedView view, Me me) {
        var owner = view.owner();
        return owner != null
                ? owner == me.id()
                : view.team() != null && (me.in(view.team()) || me.may(Permission.DESK_CONFIGURE));
    }

    /** Whether its owner has left and somebody may go on with it. */
    public boolean orphaned(SavedView view) {
        var owner = view.owner();
        return owner != null
                && view.shared()
                && people.find(owner).filter(Person::active).isEmpty();
    }

    /** Keeps a list under a name. Errors: forbidden for a team that one is not in; too many; a name that is missing or too long. */
    public SavedView save(ViewDraft draft, Me me, Instant now) {
        must(me);
        var clean = checked(draft, me);
        return db.transact(() -> {
            var owner = clean.team() == null ? (Long) me.id() : null;
            room(owner, clean.team());
            var view = sql.insert(clean, owner, me.id(), now);
            tell(view, new ViewSaved(view.team(), view.shared()), me, now);
            return view;
        });
    }

    /**
     * Gives it another name, other conditions or another owner. Errors: stale; as when it is saved.
     *
     * @param seen the version that somebody looked at; null when it does not matter
     */
    public SavedView change(long id, @Nullable Integer seen, ViewDraft draft, Me me, Instant now) {
        return on(id, me, now, view -> {
            if (seen != null && seen != view.version())
                throw Refused.stale("ticket.saved.changed_meanwhile", view.name());
            var clean = checked(draft, me);
            var changed = new SavedView(
                    id,
                    view.version(),
                    clean.name(),
                    clean.lens().address(),
                    clean.team() == null ? (Long) me.id() : null,
                    clean.team(),
                    clean.shared(),
                    now,
                    null);
            if (!Objects.equals(changed.owner(), view.owner()) || !Objects.equals(changed.team(), view.team()))
                room(changed.owner(), changed.team());
            tell(changed, new ViewSaved(changed.team(), changed.shared()), me, now);
            return changed;
        });
    }

    /** It can be brought back for thirty days. */
    public void remove(long id, Me me, Instant now) {
        on(id, me, now, view -> {
            tell(view, new ViewRemoved(), me, now);
            return removed(view, now);
        });
    }

    /** Brings back what was removed. Errors: not found; forbidden. */
    public SavedView restore(long id, Me me, Instant now) {
        must(me);
        return db.transact(() -> {
            var view = sql.lock(id).filter(v -> owns(v, me)).orElseThrow(() -> unknown(id));
            var at = view.removedAt();
            if (at == null) return view;
            if (now.isAfter(at.plus(RESTORABLE))) throw unknown(id);
            room(view.owner(), view.team());
            tell(view, new ViewRestored(), me, now);
            return sql.update(removed(view, null), now);
        });
    }

    /** Goes on with what a colleague who has left had shared. */
    public SavedView take(long id, Me me, Instant now) {
        must(me);
        return db.transact(() -> {
            var view = sql.lock(id)
                    .filter(v -> v.removedAt() == null && visible(v, me))
                    .orElseThrow(() -> unknown(id));
            var from = view.owner();
            if (from == null || !orphaned(view)) throw Refused.conflict("ticket.saved.still_theirs");
            room(me.id(), null);
            tell(view, new ViewTaken(from), me, now);
            return sql.update(
                    new SavedView(id, view.version(), view.name(), view.address(), me.id(), null, true, now, null),
                    now);
        });
    }

    private SavedView on(long id, Me me, Instant now, Function<SavedView, SavedView> change) {
        must(me);
        return db.transact(() -> {
            var view = sql.lock(id)
                    .filter(v -> v.removedAt() == null && visible(v, me))
                    .orElseThrow(() -> unknown(id));
            if (!owns(view, me)) throw Refused.forbidden("ticket.saved.not_yours");
            return sql.update(change.apply(view), now);
        });
    }

    private void room(@Nullable Long owner, @Nullable Long team) {
        sql.hold(owner, team);
        if (sql.count(owner, team) >= MOST) throw Refused.conflict("ticket.saved.too_many", MOST);
    }

    private static ViewDraft checked(ViewDraft draft, Me me) {
        var name = draft.name().strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (name.isEmpty()) throw Refused.invalid("name", "ticket.text_missing");
        if (name.length() > LONGEST_NAME)
            throw Refused.invalid("name", "ticket.text_too_long", name.length(), LONGEST_NAME);
        if (draft.lens().address().length() > LONGEST_ADDRESS) throw Refused.invalid("query", "ticket.saved.too_long");
        if (draft.team() != null && !me.in(draft.team()) && !me.may(Permission.DESK_CONFIGURE))
            throw Refused.invalid("team", "ticket.saved.not_your_team");
        return new ViewDraft(name, draft.lens(), draft.team(), draft.team() != null || draft.shared());
    }

    private static SavedView removed(SavedView v, @Nullable Instant at) {
        return new SavedView(
                v.id(), v.version(), v.name(), v.address(), v.owner(), v.team(), v.shared(), v.changedAt(), at);
    }

    private static boolean visible(SavedView view, Me me) {
        if (!me.worksHere()) return false;
        var owner = view.owner();
        if (owner != null) return owner == me.id() || view.shared();
        return view.team() != null && (me.in(view.team()) || me.may(Permission.TICKET_SEE_ALL));
    }

    private static void must(Me me) {
        if (!me.worksHere()) me.must(Permission.TICKET_WORK);
    }

    private static Refused unknown(long id) {
        return Refused.notFound("ticket.saved.no_such", Long.toString(id));
    }

    private void tell(SavedView view, ViewFact fact, Me me, Instant now) {
        journal.write(
                new Entry(now, me.origin(), "view", view.id(), view.version() + 1, me.id(), Audience.ADMIN, fact));
    }
}
