package dev.qiao.feedback.survey.web;

import dev.qiao.base.web.Open;
import dev.qiao.feedback.link.Callers;
import dev.qiao.feedback.survey.SurveyLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A survey as one person answers it. Looking changes nothing: mail scanners look. */
@Open
@Controller
class AnswerSurveyController {
    private final SurveyLinks links;
    private final Callers callers;
    private final InstantSource clock;

    AnswerSurveyController(SurveyLinks links, Callers callers, InstantSource clock) {
        this.links = links;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/answer/{code}")
    String edit(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        callers.count(request.getRemoteAddr());
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("asked", links.open(code, clock.instant()));
        return "feedback/survey/web/answer";
    }

    @PostMapping("/answer/{code}")
    String update(@PathVariable String code, HttpServletRequest request) {
        callers.count(request.getRemoteAddr());
        var fields = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        links.answer(code, fields, clock.instant());
        return "redirect:/answer/" + code;
    }
}
