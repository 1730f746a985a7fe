package dev.qiao.base.web;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Between;
import dev.qiao.base.Refused.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A refusal to a reader: a page, or for htmx the problems, which the page puts under their fields or into a notice. */
@ControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Pages pages;
    private final ObjectProvider<Between> betweens;
    private final ObjectProvider<WayOut> ways;

    Refusals(Pages pages, ObjectProvider<Between> betweens, ObjectProvider<WayOut> ways) {
        this.pages = pages;
        this.betweens = betweens;
        this.ways = ways;
    }

    @ExceptionHandler
    String refused(Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        var page = pages.of(request);
        boolean stranger = refused.status() == Refused.Status.UNAUTHENTICATED && page.me() == null;
        if (stranger && request.getMethod().equals("GET") && !page.visit().fragment()) {
            return "redirect:/signin?to=" + URLEncoder.encode(whole(request), StandardCharsets.UTF_8);
        }
        response.setStatus(refused.status().code);
        model.addAttribute("page", page);
        model.addAttribute("problems", problems(refused, request, page));
        model.addAttribute("title", "base.refused." + refused.status().name().toLowerCase(Locale.ROOT));
        if (!page.visit().fragment()) {
            model.addAttribute("ways", ways(refused, request, page));
            return "base/web/refused";
        }
        response.setHeader("HX-Retarget", "#refused");
        response.setHeader("HX-Reswap", "innerHTML");
        return "base/web/problems";
    }

    private List<WayOut.Way> ways(Refused refused, HttpServletRequest request, Page page) {
        if (refused.status() != Refused.Status.NOT_FOUND || page.me() == null) return List.of();
        return ways.stream()
                .flatMap(each -> each.from(request.getRequestURI(), page).stream())
                .toList();
    }

    private List<Problem> problems(Refused refused, HttpServletRequest request, Page page) {
        var me = page.me();
        if (refused.status() != Refused.Status.STALE || me == null) return refused.problems();
        var who = betweens.stream()
                .flatMap(each -> each.who(request.getParameterMap(), me).stream())
                .map(change -> new Problem(
                        "opened",
                        "base.crossed_by",
                        List.of(change.who(), page.times().stamp(change.at()))));
        return Stream.concat(who, refused.problems().stream()).toList();
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    String missing(HttpServletRequest request, HttpServletResponse response, Model model) {
        return refused(Refused.notFound("base.no_page"), request, response, model);
    }

    /** What is only ever sent was opened as a page. */
    @ExceptionHandler
    String unheard(
            HttpRequestMethodNotSupportedException wrong,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var view = refused(Refused.notFound("base.no_method"), request, response, model);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        if (wrong.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", wrong.getSupportedMethods()));
        }
        return view;
    }

    @ExceptionHandler({
        TypeMismatchException.class,
        ServletRequestBindingException.class,
        BindException.class,
        HttpMediaTypeException.class,
        MultipartException.class
    })
    String garbled(Exception garbled, HttpServletRequest request, HttpServletResponse response, Model model) {
        LOG.debug("a request that makes no sense", garbled);
        return refused(Refused.malformed(null, "base.garbled"), request, response, model);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(HttpServletRequest request, HttpServletResponse response, Model model) {
        return refused(Refused.tooLarge("file", "base.upload_too_large"), request, response, model);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    String away(Exception away, HttpServletRequest request, HttpServletResponse response, Model model) {
        LOG.warn("the database does not answer: {}", away.toString());
        return refused(Refused.unavailable("base.database_away"), request, response, model);
    }

    /** A mistake of ours: the reader gets a number under which it stands in the log. */
    @ExceptionHandler
    String failed(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        var number = "%08X".formatted(ThreadLocalRandom.current().nextInt());
        LOG.error("failure {} at {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        var view = refused(Refused.unavailable("base.failed", number), request, response, model);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return view;
    }

    private static String whole(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
