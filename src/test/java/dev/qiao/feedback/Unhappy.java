package dev.qiao.feedback;

import dev.qiao.Http;
import dev.qiao.base.Me;
import dev.qiao.feedback.survey.Question;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.feedback.survey.SurveyDraft;
import dev.qiao.feedback.survey.Surveys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody speaks up in words that are long, so that pages have something to show. */
@Component
public class Unhappy {
    private final Surveys surveys;

    Unhappy(Surveys surveys) {
        this.surveys = surveys;
    }

    public void speak(Http requester, Instant now) {
        complain(requester);
        survey(now);
    }

    /** A survey with every kind of question. */
    private void survey(Instant now) {
        var questions = Arrays.stream(Question.Kind.values())
                .map(kind -> new SurveyDraft.Asked(
                        kind,
                        "问".repeat(120),
                        kind == Question.Kind.CHOICE ? List.of("选".repeat(60), "x".repeat(80)) : List.of()))
                .toList();
        surveys.create(new SurveyDraft("调".repeat(80), "", When.CLOSED, 1, false, questions), Me.QIAO, now);
    }

    /** Somebody is unhappy, in long words. */
    private static void complain(Http requester) {
        long number = requester
                .post("/api/v1/tickets", Map.of("kind", "incident", "title", "没人来"))
                .expect(201)
                .json()
                .get("number")
                .asLong();
        requester
                .post("/api/v1/tickets/" + number + "/grievances", Map.of("words", "等".repeat(150)))
                .expect(201);
        var words = Map.of("ticket", number, "cause", "slow", "title", "慢".repeat(150), "words", "x".repeat(300));
        requester.post("/api/v1/complaints", words).expect(201);
        requester
                .post("/api/v1/suggestions", Map.of("title", "想".repeat(150), "words", "x".repeat(300)))
                .expect(201);
    }
}
