package dev.qiao.feedback.survey.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.survey.Question;
import dev.qiao.feedback.survey.Results;
import dev.qiao.feedback.survey.Survey;
import dev.qiao.feedback.survey.Surveys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of surveys, for programs. */
@RestController
@RequestMapping("/api/v1/surveys")
@Needs(Permission.REPORT_SEE)
class SurveyApi {
    record SurveyJson(long id, String name, Survey.When when, int percent, boolean active) {}

    /**
     * A question with its answers.
     *
     * @param counts how often each number was answered: stars 1 to 5, no 0 and yes 1, the place of a choice from 0, 0 to 10
     */
    record QuestionJson(
            long id,
            Question.Kind kind,
            String text,
            List<String> choices,
            long answers,
            @Nullable Double mean,
            Map<String, Long> counts) {}

    /** @param rate percent of those that were sent; null where none was */
    record ResultJson(long sent, long answered, @Nullable Double rate, List<QuestionJson> questions) {}

    private final Surveys surveys;
    private final Results results;
    private final InstantSource clock;

    SurveyApi(Surveys surveys, Results results, InstantSource clock) {
        this.surveys = surveys;
        this.results = results;
        this.clock = clock;
    }

    @GetMapping
    Slice<SurveyJson> index(Paging paging, Me me) {
        return paging.of(surveys.all(me), "surveys")
                .map(s -> new SurveyJson(s.id(), s.name(), s.when(), s.percent(), s.active()));
    }

    /** Of what was sent in the last so many days. */
    @GetMapping("/{id}/results")
    ResultJson show(@PathVariable long id, @RequestParam(defaultValue = "90") int days, Me me) {
        var survey = surveys.find(id, me);
        var found = results.of(survey.id(), clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 730))), me);
        var questions = found.questions().stream().map(SurveyApi::json).toList();
        return new ResultJson(
                found.sent(),
                found.answered(),
                found.sent() == 0 ? null : 100.0 * found.answered() / found.sent(),
                questions);
    }

    private static QuestionJson json(Results.Answered a) {
        var counts = new TreeMap<String, Long>();
        a.counts().forEach((number, n) -> counts.put(Integer.toString(number), n));
        return new QuestionJson(
                a.question().id(),
                a.question().kind(),
                a.question().text(),
                a.question().choices(),
                a.n(),
                a.mean().isPresent() ? a.mean().getAsDouble() : null,
                counts);
    }
}
