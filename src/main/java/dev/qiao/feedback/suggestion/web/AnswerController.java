package dev.qiao.feedback.suggestion.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.feedback.suggestion.Suggestions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk says to a suggestion. */
@Controller
@Needs(Permission.TICKET_DISPATCH)
class AnswerController {
    private final Suggestions suggestions;
    private final InstantSource clock;

    AnswerController(Suggestions suggestions, InstantSource clock) {
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @PostMapping("/suggestions/{id:\\d+}/answer")
    String create(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer seen,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String answer,
            Me me) {
        suggestions.answer(id, seen, state, answer, me, clock.instant());
        return "redirect:/suggestions/" + id;
    }
}
