package dev.qiao.calendar.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.calendar.Calendar;
import dev.qiao.calendar.Calendars;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calendars, for administrators: their hours, their holidays, and what comes of them. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class CalendarController {
    private final Calendars calendars;
    private final InstantSource clock;

    CalendarController(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/calendars")
    String index(Model model) {
        model.addAttribute("calendars", calendars.all());
        return "calendar/web/index";
    }

    @GetMapping("/calendars/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String minutes,
            Me me,
            Model model) {
        var calendar = calendars.named(code);
        var shown = Asked.month(month, clock.instant(), calendar.rules().zone());
        model.addAttribute("calendar", calendar);
        model.addAttribute("month", MonthView.of(calendar.rules(), shown));
        model.addAttribute("trial", Trial.of(calendar.time(), from, minutes, clock.instant(), me.zone()));
        return "calendar/web/show";
    }

    @GetMapping("/calendars/new")
    String form(@RequestParam(defaultValue = "cn-work") String like, Page page, Me me, Model model) {
        var calendar = calendars.named(like);
        return form(model, calendar, null, CalendarForm.like(calendar, page.lang()), me);
    }

    @PostMapping("/calendars")
    String create(CalendarForm form, Page page, Me me) {
        var code = Objects.requireNonNullElse(form.code(), "").strip();
        var like = calendars.named(Objects.requireNonNullElse(form.like(), ""));
        calendars.create(code, form.name(), form.rules(like.rules(), page.lang()), me, clock.instant());
        return "redirect:/calendars/" + code;
    }

    @GetMapping("/calendars/{code}/edit")
    String edit(@PathVariable String code, Page page, Me me, Model model) {
        var calendar = calendars.named(code);
        return form(model, calendar, code, CalendarForm.of(calendar, page.lang()), me);
    }

    @PostMapping("/calendars/{code}")
    String update(@PathVariable String code, CalendarForm form, Page page, Me me) {
        if (form.seen() == null) throw Refused.stale("calendar.changed_meanwhile");
        var rules = form.rules(calendars.named(code).rules(), page.lang());
        calendars.update(code, form.name(), rules, form.seen(), me, clock.instant());
        return "redirect:/calendars/" + code;
    }

    private String form(Model model, Calendar calendar, @Nullable String code, CalendarForm form, Me me) {
        model.addAttribute("calendar", calendar);
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        var shown = Asked.month(null, clock.instant(), calendar.rules().zone());
        model.addAttribute("month", MonthView.of(calendar.rules(), shown));
        model.addAttribute("trial", Trial.of(calendar.time(), null, null, clock.instant(), me.zone()));
        return "calendar/web/form";
    }
}
