package dev.qiao.feedback;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of ratings. */
@Repository
class RatingSql {
    private final Db db;

    RatingSql(Db db) {
        this.db = db;
    }

    List<Rating> of(Collection<Long> numbers) {
        return db.sql("""
                select number, by_id, stars, words, first_at, rated_at from feedback.rating
                 where number = any(:numbers::bigint[])
                """).bind("numbers", numbers).list(RatingSql::rating);
    }

    /** False when the ticket has been rated by somebody else meanwhile. */
    boolean put(Rating rating) {
        return db.sql("""
                        insert into feedback.rating as r (number, by_id, stars, words, first_at, rated_at)
                        values (:number, :by, :stars, :words, :first, :at)
                        on conflict (number) do update
                           set stars = excluded.stars, words = excluded.words, rated_at = greatest(r.first_at, excluded.rated_at)
                         where r.by_id = excluded.by_id
                        """)
                        .bind("number", rating.number())
                        .bind("by", rating.by())
                        .bind("stars", rating.stars())
                        .bind("words", rating.words())
                        .bind("first", rating.firstAt())
                        .bind("at", rating.at())
                        .update()
                == 1;
    }

    private static Rating rating(Row row) {
        return new Rating(
                row.number("number"),
                row.number("by_id"),
                row.integer("stars"),
                row.text("words"),
                row.instant("first_at"),
                row.instant("rated_at"));
    }
}
