package dev.qiao.feedback.suggestion;

import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.journal.Facts;

/** What happens to suggestions. */
public final class SuggestionFacts {
    private SuggestionFacts() {}

    public record SuggestionMade() implements Facts {}

    /** The desk said something to it. */
    public record SuggestionAnswered(State state, long by) implements Facts {}
}
