package dev.qiao.feedback.survey;

import dev.qiao.base.Coded;
import java.util.List;

/**
 * A question of a survey.
 *
 * @param id 0 before it is stored
 * @param choices of {@link Kind#CHOICE}, else none
 */
public record Question(long id, Kind kind, String text, List<String> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** How it is answered. */
    public enum Kind implements Coded {
        /** 1 to 5. */
        STARS,
        /** 1 or 0. */
        YES_NO,
        /** The place in the list of choices, from 0. */
        CHOICE,
        /** 0 to 10. */
        NUMBER,
        WORDS
    }

    boolean same(Question other) {
        return kind == other.kind && text.equals(other.text) && choices.equals(other.choices);
    }

    /** Whether this number can be an answer. */
    boolean takes(int number) {
        return switch (kind) {
            case STARS -> number >= 1 && number <= 5;
            case YES_NO -> number == 0 || number == 1;
            case CHOICE -> number >= 0 && number < choices.size();
            case NUMBER -> number >= 0 && number <= 10;
            case WORDS -> false;
        };
    }
}
