package dev.qiao.feedback.suggestion.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.suggestion.Suggestions;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Wanting something too, or no longer. */
@Controller
@Needs(Permission.REQUEST)
class VoteController {
    private final Suggestions suggestions;
    private final InstantSource clock;

    VoteController(Suggestions suggestions, InstantSource clock) {
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @PostMapping("/suggestions/{id:\\d+}/vote")
    String create(
            @PathVariable long id,
            @RequestParam boolean wanted,
            @RequestParam(defaultValue = "false") boolean listed,
            Me me) {
        suggestions.vote(id, wanted, me, clock.instant());
        return "redirect:/suggestions" + (listed ? "" : "/" + id);
    }
}
