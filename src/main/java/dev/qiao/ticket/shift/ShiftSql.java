package dev.qiao.ticket.shift;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.ticket.shift.Handing.Word;
import dev.qiao.ticket.shift.ShiftNote.Matters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All SQL of hand-over notes. */
@Component
class ShiftSql {
    private static final String NOTE = """
            select id, team_id, words, written_by, written_at, open, risky, watched, returning_numbers, taken_by, taken_at
            from ticket.shift_note
            """;
    private static final int WORDS = 12;

    private final Db db;

    ShiftSql(Db db) {
        this.db = db;
    }

    long insert(long team, String words, Matters matters, long by, Instant now) {
        return db.sql("""
                insert into ticket.shift_note (team_id, words, written_by, written_at, open, risky, watched, returning_numbers)
                values (:team, :words, :by, :now, :open::bigint[], :risky::bigint[], :watched::bigint[], :returning::bigint[])
                returning id
                """)
                .bind("team", team)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .bind("open", matters.open())
                .bind("risky", matters.risky())
                .bind("watched", matters.watched())
                .bind("returning", matters.returning())
                .one(row -> row.number("id"));
    }

    List<ShiftNote> of(long team, int limit) {
        return db.sql(NOTE + "where team_id = :team order by id desc limit :limit")
                .bind("team", team)
                .bind("limit", limit)
                .list(ShiftSql::note);
    }

    /** Held until the transaction ends. */
    Optional<ShiftNote> lock(long team, long id) {
        return db.sql(NOTE + "where id = :id and team_id = :team for update")
                .bind("id", id)
                .bind("team", team)
                .optional(ShiftSql::note);
    }

    void take(long id, long by, Instant now) {
        db.sql("update ticket.shift_note set taken_by = :by, taken_at = :now where id = :id and taken_by is null")
                .bind("by", by)
                .bind("now", now)
                .bind("id", id)
                .updateOne();
    }

    /** The newest internal words on these tickets. */
    List<Word> words(Collection<Long> numbers) {
        return db.sql("""
                select number, author_id, at, body from ticket.comment
                where number = any(:numbers::bigint[]) and audience = 'internal' order by id desc limit :limit
                """)
                .bind("numbers", numbers)
                .bind("limit", WORDS)
                .list(row ->
                        new Word(row.number("number"), row.number("author_id"), row.instant("at"), row.text("body")));
    }

    private static ShiftNote note(Row row) {
        return new ShiftNote(
                row.number("id"),
                row.number("team_id"),
                row.text("words"),
                row.number("written_by"),
                row.instant("written_at"),
                new Matters(
                        row.numbers("open"),
                        row.numbers("risky"),
                        row.numbers("watched"),
                        row.numbers("returning_numbers")),
                row.numberOrNull("taken_by"),
                row.instantOrNull("taken_at"));
    }
}
