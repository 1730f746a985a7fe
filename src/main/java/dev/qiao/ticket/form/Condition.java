package dev.qiao.ticket.form;

import java.util.List;
import java.util.Map;

/**
 * Something depends on what an earlier field was answered.
 *
 * @param field the code of that field
 * @param is any of these choices; empty: whatever it was answered
 */
public record Condition(String field, List<String> is) {
    /** What was not sent is empty; the check of the form says so. */
    public Condition {
        field = field == null ? "" : field;
        is = is == null ? List.of() : List.copyOf(is);
    }

    boolean met(Map<String, Answer> answers) {
        var answer = answers.get(field);
        if (answer == null) return false;
        return is.isEmpty()
                || (answer instanceof Answer.Chosen chosen
                        && chosen.codes().stream().anyMatch(is::contains));
    }
}
