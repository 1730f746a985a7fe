package dev.qiao.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qiao.base.web.Needs;
import dev.qiao.calendar.Calendars;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When so many minutes of work will have passed. */
@RestController
@Needs
class DueApi {
    /** @param assumed true where the answer rests on a year whose holidays are not published */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Due(Instant due, @Nullable Boolean assumed) {}

    private final Calendars calendars;

    DueApi(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/api/v1/calendars/{code}/due")
    Due show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String minutes) {
        var calendar = calendars.byCode(code);
        var start = Asked.moment("from", from);
        var due = calendar.add(start, Asked.minutes("minutes", minutes));
        return new Due(due, calendar.assumed(start, due) ? true : null);
    }
}
