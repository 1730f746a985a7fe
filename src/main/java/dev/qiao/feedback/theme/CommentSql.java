package dev.qiao.feedback.theme;

import dev.qiao.base.Db;
import dev.qiao.feedback.theme.Comments.Comment;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads what people wrote, with their stars and in surveys. */
@Repository
class CommentSql {
    private final Db db;

    CommentSql(Db db) {
        this.db = db;
    }

    /** Since then, newest first. */
    List<Comment> since(Instant from, int limit) {
        return db.sql("""
                (select r.words, r.number as ticket, r.stars, r.rated_at as at
                   from feedback.rating r where r.rated_at >= :from and r.words <> '' order by r.rated_at desc limit :limit)
                union all
                (select a.words, s.ticket, null, s.answered_at
                   from feedback.survey_answer a join feedback.survey_sent s on s.id = a.sent
                  where s.answered_at >= :from and a.words is not null order by s.answered_at desc limit :limit)
                order by at desc limit :limit
                """)
                .bind("from", from)
                .bind("limit", limit)
                .list(row -> new Comment(
                        row.text("words"), row.numberOrNull("ticket"), row.integerOrNull("stars"), row.instant("at")));
    }
}
