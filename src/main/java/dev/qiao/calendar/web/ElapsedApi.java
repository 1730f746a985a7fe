package dev.qiao.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.calendar.Calendars;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many whole minutes of work lie between two moments. */
@RestController
@Needs
class ElapsedApi {
    /** @param assumed true where the answer rests on a year whose holidays are not published */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Elapsed(long minutes, @Nullable Boolean assumed) {}

    private final Calendars calendars;

    ElapsedApi(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/api/v1/calendars/{code}/elapsed")
    Elapsed show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var calendar = calendars.byCode(code);
        var start = Asked.moment("from", from);
        var end = Asked.moment("to", to);
        if (end.isBefore(start)) throw Refused.invalid("to", "calendar.order_wrong");
        return new Elapsed(calendar.between(start, end).toMinutes(), calendar.assumed(start, end) ? true : null);
    }
}
