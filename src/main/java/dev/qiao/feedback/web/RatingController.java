package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.feedback.Ratings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rating on the requester's pages. */
@Controller
@Needs
class RatingController {
    private final Ratings ratings;
    private final InstantSource clock;

    RatingController(Ratings ratings, InstantSource clock) {
        this.ratings = ratings;
        this.clock = clock;
    }

    /** @param home rated where the requester starts, and stays there */
    @PostMapping("/my/{number}/rating")
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean home,
            Me me,
            Page page,
            HttpServletResponse response) {
        ratings.rate(number, stars, words, me, clock.instant());
        Toast.of(page.t("feedback.thanks")).on(response);
        return home ? "redirect:/" : "redirect:/my/" + number;
    }
}
