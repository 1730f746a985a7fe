package dev.qiao.feedback.suggestion.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.suggestion.Suggestion;
import dev.qiao.feedback.suggestion.Suggestions;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions for programs. Who wished is not said. */
@RestController
@RequestMapping("/api/v1/suggestions")
@Needs(Permission.REQUEST)
class SuggestionApi {
    record NewSuggestion(@Nullable String title, @Nullable String words) {}

    /** @param state open, considered, planned, done or declined */
    record NewAnswer(
            Suggestion.@Nullable State state, @Nullable String answer) {}

    /** A suggestion as programs see it. */
    record SuggestionJson(
            long id,
            String title,
            String words,
            Instant at,
            Suggestion.State state,
            int votes,
            String answer,
            @Nullable Instant answeredAt) {
        static SuggestionJson of(Suggestion s) {
            return new SuggestionJson(
                    s.id(), s.title(), s.words(), s.at(), s.state(), s.votes(), s.answer(), s.answeredAt());
        }
    }

    private final Suggestions suggestions;
    private final InstantSource clock;

    SuggestionApi(Suggestions suggestions, InstantSource clock) {
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** What most people want first; with {@code over} those that are done or declined. */
    @GetMapping
    Slice<SuggestionJson> index(@RequestParam(defaultValue = "false") boolean over, Paging paging, Me me) {
        return paging.of(suggestions.all(over, me), "suggestions").map(SuggestionJson::of);
    }

    @GetMapping("/{id}")
    SuggestionJson show(@PathVariable long id, Me me) {
        return SuggestionJson.of(suggestions.find(id, me));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SuggestionJson create(@RequestBody NewSuggestion wanted, Me me) {
        return SuggestionJson.of(suggestions.make(wanted.title(), wanted.words(), me, clock.instant()));
    }

    /** The desk's answer. */
    @PatchMapping("/{id}")
    @Needs(Permission.TICKET_DISPATCH)
    SuggestionJson update(@PathVariable long id, @RequestBody NewAnswer answer, Me me) {
        return SuggestionJson.of(suggestions.answer(id, null, answer.state(), answer.answer(), me, clock.instant()));
    }
}
