package dev.qiao.feedback.survey;

import dev.qiao.base.Coded;
import java.util.List;

/**
 * A survey as it is asked now.
 *
 * @param percent of those whom the rule names
 */
public record Survey(
        long id,
        String name,
        String intro,
        When when,
        int percent,
        boolean active,
        String quarter,
        List<Question> questions,
        int version) {
    public Survey {
        questions = List.copyOf(questions);
    }

    /** Whom it is sent to, and when. */
    public enum When implements Coded {
        /** After any ticket is closed, to its requester. */
        CLOSED,
        /** After an incident of a VIP. */
        VIP_INCIDENT,
        /** When a quarter begins, to everybody of an organization. */
        QUARTERLY
    }
}
