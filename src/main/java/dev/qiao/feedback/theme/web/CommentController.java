package dev.qiao.feedback.theme.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.theme.Comments;
import dev.qiao.feedback.theme.Comments.Group;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people wrote, and what it is about. */
@Controller
@RequestMapping("/comments")
@Needs(Permission.REPORT_SEE)
class CommentController {
    private static final int SHOWN = 200;

    private final Comments comments;
    private final InstantSource clock;

    CommentController(Comments comments, InstantSource clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** @param theme of which all is shown; empty: of none; null: the newest of all themes */
    @GetMapping
    String index(
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(required = false) @Nullable String theme,
            Me me,
            Model model) {
        int span = Math.clamp(days, 1, 730);
        var groups = comments.since(clock.instant().minus(Duration.ofDays(span)), me);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "shown",
                groups.stream()
                        .filter(group -> theme == null || group.name().equals(theme))
                        .map(Group::comments)
                        .flatMap(List::stream)
                        .distinct()
                        .sorted((a, b) -> b.at().compareTo(a.at()))
                        .limit(SHOWN)
                        .toList());
        model.addAttribute("theme", theme);
        model.addAttribute("days", span);
        return "feedback/theme/web/index";
    }
}
