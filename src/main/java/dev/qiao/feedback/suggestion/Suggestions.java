package dev.qiao.feedback.suggestion;

import static java.util.Objects.requireNonNull;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.feedback.suggestion.SuggestionFacts.SuggestionAnswered;
import dev.qiao.feedback.suggestion.SuggestionFacts.SuggestionMade;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to suggestions: everybody who asks here reads, wishes and votes; the desk answers. */
@Component
public class Suggestions {
    /** How the journal calls one. */
    public static final String KIND = "suggestion";

    private static final int LONGEST = 4_000;
    private static final int MOST = 300;
    private static final int MOST_A_DAY = 5;

    private final Db db;
    private final SuggestionSql sql;
    private final Journal journal;

    Suggestions(Db db, SuggestionSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
    }

    /** Wishes for something, and votes for it. Errors: invalid, naming the field; too many on one day. */
    public Suggestion make(@Nullable String title, @Nullable String words, Me me, Instant now) {
        me.must(Permission.REQUEST);
        var wrong = new Objections();
        var line = wrong.read(() -> Texts.title("title", title));
        var body = wrong.read(() -> words == null || words.isBlank() ? "" : Texts.words("words", words, LONGEST));
        wrong.raise();
        return db.transact(() -> {
            if (sql.made(me.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY)
                throw Refused.tooMany(Duration.ofDays(1), "feedback.suggestions_enough", MOST_A_DAY);
            long id = sql.insert(requireNonNull(line), requireNonNull(body), me.id(), now);
            sql.vote(id, me.id(), true, now);
            journal.write(new Entry(now, me.origin(), KIND, id, 1, me.id(), Audience.PUBLIC, new SuggestionMade()));
            return sql.find(id).orElseThrow();
        });
    }

    /** What most people want first; those that are over, or the others. */
    public List<Suggestion> all(boolean over, Me me) {
        me.must(Permission.REQUEST);
        return sql.in(
                Arrays.stream(State.values()).filter(s -> s.over() == over).toList(), MOST);
    }

    public Suggestion find(long id, Me me) {
        me.must(Permission.REQUEST);
        return sql.find(id).orElseThrow(Suggestions::unknown);
    }

    /** For which of these this person has voted. */
    public Set<Long> voted(Collection<Suggestion> all, Me me) {
        return sql.voted(me.id(), all.stream().map(Suggestion::id).toList());
    }

    /** Wants it too, or no longer; twice is once. Errors: conflict, when it is done or declined. */
    public Suggestion vote(long id, boolean wanted, Me me, Instant now) {
        me.must(Permission.REQUEST);
        return db.transact(() -> {
            var suggestion = sql.lock(id).orElseThrow(Suggestions::unknown);
            if (suggestion.state().over()) throw Refused.conflict("feedback.suggestion_over");
            sql.vote(id, me.id(), wanted, now);
            return sql.find(id).orElseThrow();
        });
    }

    /**
     * Says what becomes of it, in words where it is declined; whoever wished is told. Errors: stale, when somebody answered since
     * {@code seen}.
     */
    public Suggestion answer(
            long id, @Nullable Integer seen, @Nullable State state, @Nullable String words, Me me, Instant now) {
        me.must(Permission.TICKET_DISPATCH);
        if (state == null) throw Refused.invalid("state", "feedback.suggestion_state_missing");
        var said = words == null || words.isBlank() ? "" : Texts.words("answer", words, LONGEST);
        if (said.isEmpty() && state != State.OPEN) throw Refused.invalid("answer", "feedback.suggestion_words_missing");
        return db.transact(() -> {
            var before = sql.lock(id).orElseThrow(Suggestions::unknown);
            if (seen != null && seen != before.version()) throw Refused.stale("feedback.suggestion_changed");
            if (before.state() == state && before.answer().equals(said)) return before;
            sql.answer(id, state, said, me.id(), now);
            var facts = new SuggestionAnswered(state, before.by());
            journal.write(new Entry(now, me.origin(), KIND, id, before.version() + 1, me.id(), Audience.PUBLIC, facts));
            return sql.find(id).orElseThrow();
        });
    }

    private static Refused unknown() {
        return Refused.notFound("feedback.no_suggestion");
    }
}
