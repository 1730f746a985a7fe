package dev.qiao.feedback.survey;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.feedback.survey.Survey.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A survey as an administrator wants it; also how the audit shows it. */
public record SurveyDraft(
        String name, String intro, @Nullable When when, int percent, boolean active, List<Asked> questions) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_INTRO = 1_000;
    private static final int LONGEST_QUESTION = 300;
    private static final int MOST_QUESTIONS = 10;
    private static final int MOST_CHOICES = 12;

    /** A question before it has a number. */
    public record Asked(Question.Kind kind, String text, List<String> choices) {
        Question question() {
            return new Question(0, kind, text, choices);
        }
    }

    public SurveyDraft {
        name = name.strip();
        intro = intro.strip();
        questions = questions.stream()
                .map(q -> new Asked(
                        q.kind(),
                        q.text().strip(),
                        q.choices().stream()
                                .map(String::strip)
                                .filter(c -> !c.isEmpty())
                                .toList()))
                .filter(q -> !q.text().isEmpty())
                .toList();
    }

    static SurveyDraft of(Survey s) {
        return new SurveyDraft(
                s.name(),
                s.intro(),
                s.when(),
                s.percent(),
                s.active(),
                s.questions().stream()
                        .map(q -> new Asked(q.kind(), q.text(), q.choices()))
                        .toList());
    }

    /** As it is, and sent to nobody. */
    SurveyDraft silent() {
        return new SurveyDraft(name, intro, when, percent, false, questions);
    }

    /** Errors: every field that is wrong, at once. */
    SurveyDraft checked() {
        var wrong = new Objections();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            wrong.read(() -> refuse("name", "feedback.survey_name_wrong", LONGEST_NAME));
        if (intro.length() > LONGEST_INTRO)
            wrong.read(() -> refuse("intro", "feedback.survey_intro_wrong", LONGEST_INTRO));
        if (when == null) wrong.read(() -> refuse("when", "feedback.survey_when_missing"));
        if (percent < 1 || percent > 100) wrong.read(() -> refuse("percent", "feedback.survey_percent_wrong"));
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS)
            wrong.read(() -> refuse("questions", "feedback.survey_questions_wrong", MOST_QUESTIONS));
        for (var question : questions) {
            if (question.text().length() > LONGEST_QUESTION)
                wrong.read(() -> refuse("questions", "feedback.survey_question_long", LONGEST_QUESTION));
            int choices = question.choices().size();
            boolean chosen = question.kind() == Question.Kind.CHOICE;
            if (chosen ? choices < 2 || choices > MOST_CHOICES : choices > 0)
                wrong.read(() -> refuse("questions", "feedback.survey_choices_wrong", MOST_CHOICES));
        }
        wrong.raise();
        return this;
    }

    private static @Nullable String refuse(String field, String key, Object... arguments) {
        throw Refused.invalid(field, key, arguments);
    }
}
