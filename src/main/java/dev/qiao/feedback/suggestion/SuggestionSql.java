package dev.qiao.feedback.suggestion;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.feedback.suggestion.Suggestion.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** All SQL of suggestions and votes. */
@Repository
class SuggestionSql {
    private static final String COLUMNS = "id, title, words, by_id, at, state, answer, answered_at, votes, version";

    private final Db db;

    SuggestionSql(Db db) {
        this.db = db;
    }

    long insert(String title, String words, long by, Instant now) {
        return db.sql("""
                insert into feedback.suggestion (title, words, by_id, at) values (:title, :words, :by, :now) returning id
                """)
                .bind("title", title)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    /** What most people want first. */
    List<Suggestion> in(Collection<State> states, int limit) {
        return db.sql(
                        "select " + COLUMNS
                                + " from feedback.suggestion where state = any(:states::text[]) order by votes desc, id desc limit :limit")
                .bind("states", states.stream().map(State::code).toList())
                .bind("limit", limit)
                .list(SuggestionSql::suggestion);
    }

    Optional<Suggestion> find(long id) {
        return db.sql("select " + COLUMNS + " from feedback.suggestion where id = :id")
                .bind("id", id)
                .optional(SuggestionSql::suggestion);
    }

    Optional<Suggestion> lock(long id) {
        return db.sql("select " + COLUMNS + " from feedback.suggestion where id = :id for update")
                .bind("id", id)
                .optional(SuggestionSql::suggestion);
    }

    int made(long by, Instant since) {
        return db.sql("select count(*)::int as n from feedback.suggestion where by_id = :by and at > :since")
                .bind("by", by)
                .bind("since", since)
                .one(row -> row.integer("n"));
    }

    /** Twice is once. The suggestion is held by the caller, and so is its count. */
    void vote(long id, long person, boolean wanted, Instant now) {
        if (wanted)
            db.sql(
                            "insert into feedback.vote (suggestion, person_id, at) values (:id, :person, :now) on conflict do nothing")
                    .bind("id", id)
                    .bind("person", person)
                    .bind("now", now)
                    .update();
        else
            db.sql("delete from feedback.vote where suggestion = :id and person_id = :person")
                    .bind("id", id)
                    .bind("person", person)
                    .update();
        db.sql("""
                update feedback.suggestion
                   set votes = (select count(*) from feedback.vote where suggestion = :id) where id = :id
                """).bind("id", id).updateOne();
    }

    Set<Long> voted(long person, Collection<Long> ids) {
        return Set.copyOf(db.sql("""
                select suggestion from feedback.vote where person_id = :person and suggestion = any(:ids::bigint[])
                """).bind("person", person).bind("ids", ids).list(row -> row.number("suggestion")));
    }

    void answer(long id, State state, String answer, long by, Instant now) {
        db.sql("""
                update feedback.suggestion
                   set state = :state, answer = :answer, answered_by = :by, answered_at = :now, version = version + 1
                 where id = :id
                """)
                .bind("id", id)
                .bind("state", state)
                .bind("answer", answer)
                .bind("by", by)
                .bind("now", now)
                .updateOne();
    }

    private static Suggestion suggestion(Row row) {
        return new Suggestion(
                row.number("id"),
                row.text("title"),
                row.text("words"),
                row.number("by_id"),
                row.instant("at"),
                row.word("state", State.class),
                row.text("answer"),
                row.instantOrNull("answered_at"),
                row.integer("votes"),
                row.integer("version"));
    }
}
