package dev.qiao.feedback.survey;

import dev.qiao.base.Db;
import dev.qiao.feedback.survey.Results.Comment;
import dev.qiao.feedback.survey.Results.Dimension;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/** All SQL of what came of surveys. */
@Repository
class ResultSql {
    record Rate(long sent, long answered) {}

    record Group(long key, long n, long good) {}

    private final Db db;

    ResultSql(Db db) {
        this.db = db;
    }

    Rate rate(long survey, Instant from) {
        return db.sql("""
                select count(*) as sent, count(answered_at) as answered from feedback.survey_sent
                 where survey = :survey and sent_at >= :from
                """)
                .bind("survey", survey)
                .bind("from", from)
                .one(row -> new Rate(row.number("sent"), row.number("answered")));
    }

    /** All that was ever asked, what is asked now first. */
    List<Question> questions(long survey) {
        return db.sql("""
                select id, kind, text, choices from feedback.question where survey = :survey order by asked desc, place, id limit 100
                """)
                .bind("survey", survey)
                .list(row -> new Question(
                        row.number("id"),
                        row.word("kind", Question.Kind.class),
                        row.text("text"),
                        row.texts("choices")));
    }

    /** How often each number was answered, by question. */
    Map<Long, TreeMap<Integer, Long>> numbers(long survey, Instant from) {
        record Line(long question, int number, long n) {}
        var found = new HashMap<Long, TreeMap<Integer, Long>>();
        db.sql("""
                select a.question, a.number, count(*) as n
                  from feedback.survey_answer a join feedback.survey_sent s on s.id = a.sent
                 where s.survey = :survey and s.sent_at >= :from and a.number is not null
                 group by a.question, a.number
                """)
                .bind("survey", survey)
                .bind("from", from)
                .list(row -> new Line(row.number("question"), row.integer("number"), row.number("n")))
                .forEach(line -> found.computeIfAbsent(line.question(), _ -> new TreeMap<>())
                        .put(line.number(), line.n()));
        return found;
    }

    /** Of the stars that were given: how many, and how many were four or five. */
    List<Group> groups(long survey, Dimension dimension, Instant from) {
        return db.sql("""
                select s.%1$s as key, count(*) as n, count(*) filter (where a.number >= 4) as good
                  from feedback.survey_answer a join feedback.survey_sent s on s.id = a.sent
                  join feedback.question q on q.id = a.question and q.kind = 'stars'
                 where s.survey = :survey and s.sent_at >= :from and s.%1$s is not null
                 group by 1 order by n desc, 1 limit 100
                """.formatted(dimension.column))
                .bind("survey", survey)
                .bind("from", from)
                .list(row -> new Group(row.number("key"), row.number("n"), row.number("good")));
    }

    List<Comment> comments(long survey, Instant from, int limit) {
        return db.sql("""
                select a.words, s.ticket, s.answered_at
                  from feedback.survey_answer a join feedback.survey_sent s on s.id = a.sent
                 where s.survey = :survey and s.sent_at >= :from and a.words is not null and s.answered_at is not null
                 order by s.answered_at desc, s.id desc limit :limit
                """)
                .bind("survey", survey)
                .bind("from", from)
                .bind("limit", limit)
                .list(row -> new Comment(row.text("words"), row.numberOrNull("ticket"), row.instant("answered_at")));
    }
}
