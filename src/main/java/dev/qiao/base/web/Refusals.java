package dev.qiao.base.web;

import dev.qiao.base.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A refusal to a reader: a page, or for htmx the problems, which the page puts under their fields or into a toast. */
@Order(Ordered.LOWEST_PRECEDENCE)
@ControllerAdvice(annotations = Controller.class)
class Refusals {
    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    String refused(Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        var page = pages.of(request);
        response.setStatus(refused.status().code);
        model.addAttribute("page", page);
        model.addAttribute("problems", refused.problems());
        if (!page.visit().fragment()) {
            model.addAttribute("status", refused.status());
            return "base/web/refused";
        }
        response.setHeader("HX-Retarget", "#refused");
        response.setHeader("HX-Reswap", "innerHTML");
        return "base/web/problems";
    }

    @ExceptionHandler
    String missing(
            NoResourceFoundException missing, HttpServletRequest request, HttpServletResponse response, Model model) {
        return refused(Refused.notFound("base.no_page"), request, response, model);
    }
}
