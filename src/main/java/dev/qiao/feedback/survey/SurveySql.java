package dev.qiao.feedback.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.feedback.survey.Survey.When;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of surveys and their questions. */
@Repository
class SurveySql {
    private static final String COLUMNS = "id, name, intro, sent_when, percent, active, quarter, version";

    private final Db db;

    SurveySql(Db db) {
        this.db = db;
    }

    List<Survey> all(int limit) {
        var found = db.sql("select " + COLUMNS + " from feedback.survey order by active desc, name, id limit :limit")
                .bind("limit", limit)
                .list(SurveySql::survey);
        return whole(found);
    }

    Optional<Survey> find(long id) {
        return whole(db.sql("select " + COLUMNS + " from feedback.survey where id = :id")
                        .bind("id", id)
                        .list(SurveySql::survey))
                .stream()
                .findFirst();
    }

    void lock(long id) {
        db.sql("select id from feedback.survey where id = :id for update")
                .bind("id", id)
                .list(row -> row.number("id"));
    }

    long insert(SurveyDraft draft) {
        return db.sql("""
                insert into feedback.survey (name, intro, sent_when, percent, active)
                values (:name, :intro, :when, :percent, :active) returning id
                """)
                .bind("name", draft.name())
                .bind("intro", draft.intro())
                .bind("when", draft.when())
                .bind("percent", draft.percent())
                .bind("active", draft.active())
                .one(row -> row.number("id"));
    }

    void update(long id, SurveyDraft draft) {
        db.sql("""
                update feedback.survey
                   set name = :name, intro = :intro, sent_when = :when, percent = :percent, active = :active, version = version + 1
                 where id = :id
                """)
                .bind("id", id)
                .bind("name", draft.name())
                .bind("intro", draft.intro())
                .bind("when", draft.when())
                .bind("percent", draft.percent())
                .bind("active", draft.active())
                .updateOne();
    }

    /** Those that stay as they are keep their numbers and their answers; others are asked no more. */
    void ask(long survey, List<Question> before, List<Question> wanted) {
        db.sql("update feedback.question set asked = false where survey = :survey and asked")
                .bind("survey", survey)
                .update();
        int place = 0;
        for (var question : wanted) {
            var same = before.stream().filter(question::same).findFirst();
            if (same.isPresent())
                db.sql("update feedback.question set asked = true, place = :place where id = :id")
                        .bind("id", same.get().id())
                        .bind("place", place)
                        .updateOne();
            else
                db.sql("""
                        insert into feedback.question (survey, place, kind, text, choices)
                        values (:survey, :place, :kind, :text, :choices::text[])
                        """)
                        .bind("survey", survey)
                        .bind("place", place)
                        .bind("kind", question.kind())
                        .bind("text", question.text())
                        .bind("choices", question.choices())
                        .updateOne();
            place++;
        }
    }

    void quarter(long id, String quarter) {
        db.sql("update feedback.survey set quarter = :quarter where id = :id")
                .bind("id", id)
                .bind("quarter", quarter)
                .updateOne();
    }

    private List<Survey> whole(List<Survey> found) {
        var questions = questions(found.stream().map(Survey::id).toList());
        return found.stream()
                .map(s -> new Survey(
                        s.id(),
                        s.name(),
                        s.intro(),
                        s.when(),
                        s.percent(),
                        s.active(),
                        s.quarter(),
                        questions.getOrDefault(s.id(), List.of()),
                        s.version()))
                .toList();
    }

    private Map<Long, List<Question>> questions(Collection<Long> surveys) {
        record Line(long survey, Question question) {}
        return db
                .sql("""
                select id, survey, kind, text, choices from feedback.question
                 where survey = any(:surveys::bigint[]) and asked order by survey, place limit 5000
                """)
                .bind("surveys", surveys)
                .list(row -> new Line(
                        row.number("survey"),
                        new Question(
                                row.number("id"),
                                row.word("kind", Question.Kind.class),
                                row.text("text"),
                                row.texts("choices"))))
                .stream()
                .collect(groupingBy(Line::survey, mapping(Line::question, toList())));
    }

    private static Survey survey(Row row) {
        return new Survey(
                row.number("id"),
                row.text("name"),
                row.text("intro"),
                row.word("sent_when", When.class),
                row.integer("percent"),
                row.yes("active"),
                row.text("quarter"),
                List.of(),
                row.integer("version"));
    }
}
