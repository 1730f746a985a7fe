package dev.qiao.ticket.form;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** What tickets answer. */
@Repository
class AnswerSql {
    /** The answers in the order in which they were asked: a JSON object of PostgreSQL has none. */
    record Line(String code, Answer answer) {}

    record Stored(long number, long version, Map<String, Answer> answers) {
        List<Line> lines() {
            return AnswerSql.lines(answers);
        }
    }

    private final Db db;

    AnswerSql(Db db) {
        this.db = db;
    }

    /** All in one statement. */
    void insert(Map<Long, Answered> answered) {
        if (answered.isEmpty()) return;
        var rows = new ArrayList<>(answered.entrySet());
        int written = db.sql("""
                insert into ticket.form_answer (number, version_id, answers)
                select number, version_id, answers::jsonb
                  from unnest(:numbers::bigint[], :versions::bigint[], :answers::text[]) as n(number, version_id, answers)
                """)
                .bind("numbers", Db.column(rows, Map.Entry::getKey))
                .bind(
                        "versions",
                        Db.column(rows, row -> row.getValue().version().id()))
                .bind(
                        "answers",
                        Db.column(
                                rows,
                                row -> json(lines(row.getValue().answers())).text()))
                .update();
        if (written != rows.size())
            throw new IllegalStateException("stored " + written + " of " + rows.size() + " answers");
    }

    /** Sets what one ticket answers. */
    void put(long number, Answered answered) {
        put(number, answered.version().id(), lines(answered.answers()));
    }

    void put(long number, long version, List<Line> lines) {
        db.sql("""
                insert into ticket.form_answer (number, version_id, answers) values (:number, :version, :answers::jsonb)
                on conflict (number) do update set version_id = excluded.version_id, answers = excluded.answers
                """)
                .bind("number", number)
                .bind("version", version)
                .bind("answers", json(lines))
                .updateOne();
    }

    /** It answers nothing. */
    void delete(long number) {
        db.sql("delete from ticket.form_answer where number = :number")
                .bind("number", number)
                .update();
    }

    List<Stored> of(Collection<Long> numbers) {
        return db.sql(
                        "select number, version_id, answers from ticket.form_answer where number = any(:numbers::bigint[])")
                .bind("numbers", numbers)
                .list(row -> {
                    var answers = new LinkedHashMap<String, Answer>();
                    for (var line : row.json("answers").as(Line[].class)) answers.put(line.code(), line.answer());
                    return new Stored(row.number("number"), row.number("version_id"), answers);
                });
    }

    private static List<Line> lines(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .map(e -> new Line(e.getKey(), e.getValue()))
                .toList();
    }

    private static Json json(List<Line> lines) {
        return Json.of(lines.toArray(Line[]::new));
    }
}
