package dev.qiao.feedback.link.web;

import dev.qiao.base.web.Open;
import dev.qiao.feedback.link.Callers;
import dev.qiao.feedback.link.RatingLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A star of a mail. Looking changes nothing: mail scanners look; one button sends it. */
@Open
@Controller
class RatingLinkController {
    private final RatingLinks links;
    private final Callers callers;
    private final InstantSource clock;

    RatingLinkController(RatingLinks links, Callers callers, InstantSource clock) {
        this.links = links;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/rate/{code}")
    String edit(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int stars,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        callers.count(request.getRemoteAddr());
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("asked", links.open(code, clock.instant()));
        model.addAttribute("chosen", stars);
        return "feedback/link/web/rate";
    }

    @PostMapping("/rate/{code}")
    String update(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        callers.count(request.getRemoteAddr());
        links.rate(code, stars, words, clock.instant());
        return "redirect:/rate/" + code;
    }
}
