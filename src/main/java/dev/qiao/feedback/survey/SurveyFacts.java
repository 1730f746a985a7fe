package dev.qiao.feedback.survey;

import dev.qiao.journal.Facts;

/** What happens to surveys. */
public final class SurveyFacts {
    private SurveyFacts() {}

    /**
     * Somebody was asked.
     *
     * @param sent the number of the one that goes to this person
     */
    public record SurveySent(long sent, long person) implements Facts {}

    public record SurveyAnswered(long sent) implements Facts {}
}
