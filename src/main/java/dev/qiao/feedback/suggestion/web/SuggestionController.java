package dev.qiao.feedback.suggestion.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.feedback.suggestion.Suggestion;
import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.feedback.suggestion.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people wish for: read and made in the help centre, answered there by the desk. */
@Controller
@RequestMapping("/suggestions")
@Needs(Permission.REQUEST)
class SuggestionController {
    private final Suggestions suggestions;
    private final InstantSource clock;

    SuggestionController(Suggestions suggestions, InstantSource clock) {
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @GetMapping
    String index(@RequestParam(defaultValue = "false") boolean over, Me me, Model model) {
        var all = suggestions.all(over, me);
        model.addAttribute("all", all);
        model.addAttribute("voted", suggestions.voted(all, me));
        model.addAttribute("over", over);
        return "feedback/suggestion/web/index";
    }

    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String words,
            Me me,
            Page page,
            HttpServletResponse response) {
        var made = suggestions.make(title, words, me, clock.instant());
        Toast.of(page.t("feedback.suggestion_thanks")).on(response);
        return "redirect:/suggestions/" + made.id();
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Me me, Page page, Model model) {
        Suggestion suggestion = suggestions.find(id, me);
        model.addAttribute("suggestion", suggestion);
        model.addAttribute("voted", !suggestions.voted(List.of(suggestion), me).isEmpty());
        model.addAttribute(
                "states",
                Arrays.stream(State.values())
                        .map(state -> new Choice(state.code(), page.t("feedback.suggestion_state." + state.code())))
                        .toList());
        return "feedback/suggestion/web/show";
    }
}
