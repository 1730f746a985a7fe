package dev.qiao.feedback.survey.web;

import dev.qiao.base.Coded;
import dev.qiao.feedback.survey.Question;
import dev.qiao.feedback.survey.Survey;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.feedback.survey.SurveyDraft;
import dev.qiao.feedback.survey.SurveyDraft.Asked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a survey holds.
 *
 * @param rows a few more than there are questions
 */
public record SurveyForm(
        String name,
        String intro,
        String when,
        int percent,
        boolean active,
        List<Row> rows,
        @Nullable Integer seen) {
    private static final int LEAST_ROWS = 5;
    private static final int MORE_ROWS = 2;

    /** A question as it is typed; choices stand in one line, parted by strokes. */
    public record Row(String kind, String text, String choices) {}

    static SurveyForm empty() {
        return new SurveyForm("", "", When.CLOSED.code(), 20, true, rows(List.of()), null);
    }

    static SurveyForm of(Survey s) {
        return new SurveyForm(
                s.name(), s.intro(), s.when().code(), s.percent(), s.active(), rows(s.questions()), s.version());
    }

    private static List<Row> rows(List<Question> questions) {
        var rows = new ArrayList<Row>();
        questions.forEach(q -> rows.add(new Row(q.kind().code(), q.text(), String.join(" | ", q.choices()))));
        int wanted = Math.min(10, Math.max(LEAST_ROWS, questions.size() + MORE_ROWS));
        while (rows.size() < wanted) rows.add(new Row(Question.Kind.STARS.code(), "", ""));
        return rows;
    }

    /** What was sent; several fields have the same name, a row each. */
    static SurveyDraft draft(HttpServletRequest sent) {
        var kinds = values(sent, "kind");
        var texts = values(sent, "text");
        var choices = values(sent, "choices");
        var questions = new ArrayList<Asked>();
        for (int i = 0; i < Math.min(kinds.length, texts.length); i++)
            questions.add(new Asked(
                    Coded.of(Question.Kind.class, "questions", kinds[i]),
                    texts[i],
                    i < choices.length ? Arrays.asList(choices[i].split("[|｜]")) : List.of()));
        var when = one(sent, "when");
        var percent = one(sent, "percent");
        return new SurveyDraft(
                one(sent, "name"),
                one(sent, "intro"),
                when.isEmpty() ? null : Coded.of(When.class, "when", when),
                percent.matches("\\d{1,3}") ? Integer.parseInt(percent) : 0,
                "true".equals(sent.getParameter("active")),
                questions);
    }

    private static String one(HttpServletRequest sent, String name) {
        return Objects.requireNonNullElse(sent.getParameter(name), "");
    }

    private static String[] values(HttpServletRequest sent, String name) {
        return Objects.requireNonNullElse(sent.getParameterValues(name), new String[0]);
    }
}
