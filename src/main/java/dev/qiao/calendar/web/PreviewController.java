package dev.qiao.calendar.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.calendar.Calendars;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a calendar would be if the form were saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class PreviewController {
    private final Calendars calendars;
    private final InstantSource clock;

    PreviewController(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @PostMapping("/calendars/{code}/preview")
    String create(
            @PathVariable String code,
            CalendarForm form,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String minutes,
            Page page,
            Me me,
            Model model) {
        var now = clock.instant();
        var calendar = calendars.named(code);
        var rules = form.rules(calendar.rules(), page.lang());
        model.addAttribute("month", MonthView.of(rules, Asked.month(month, now, rules.zone())));
        model.addAttribute("trial", Trial.of(calendar.time().from(now, rules), from, minutes, now, me.zone()));
        return "calendar/web/preview";
    }
}
