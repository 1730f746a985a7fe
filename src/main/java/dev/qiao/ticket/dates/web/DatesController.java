package dev.qiao.ticket.dates.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.web.queue.ConditionPages;
import dev.qiao.ticket.web.queue.QueueQueries;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dates of a list of tickets, by month or by week. */
@Controller
@RequestMapping("/tickets/calendar")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class DatesController {
    private static final String PLACE = "/tickets/calendar";

    private final QueueQueries queries;
    private final DatesPages pages;
    private final ConditionPages conditions;

    DatesController(QueueQueries queries, DatesPages pages, ConditionPages conditions) {
        this.queries = queries;
        this.pages = pages;
        this.conditions = conditions;
    }

    /** A day that is none, from an old address, is today. */
    @GetMapping
    String index(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "month") String span,
            Me me,
            Page page,
            Model model) {
        parameters.remove("day");
        parameters.remove("span");
        var at = date(day, page);
        var aside = "day=" + at + (span.equals("week") ? "&span=week" : "");
        var added = queries.added(parameters, PLACE, aside, me);
        if (added.isPresent()) return "redirect:" + added.get();
        var query = queries.read(parameters, me).at(PLACE, aside);
        model.addAttribute("dates", pages.of(query.lens(), at, !span.equals("week"), page));
        model.addAttribute("conditions", conditions.of(query, page));
        return "ticket/dates/web/index";
    }

    private static LocalDate date(@Nullable String text, Page page) {
        var today = LocalDate.ofInstant(page.now(), page.times().zone());
        if (text == null) return today;
        try {
            var date = LocalDate.parse(text);
            return date.getYear() < 1980 || date.getYear() > 2200 ? today : date;
        } catch (DateTimeException _) {
            return today;
        }
    }
}
