package dev.qiao.calendar.web;

import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.calendar.Calendar;
import dev.qiao.calendar.Calendars;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendars that promises count on. */
@RestController
@Needs
class CalendarApi {
    /** @param knownUntil when the published holidays end; null where none are followed */
    record Item(
            String code, String name, String zone, @Nullable Instant knownUntil) {
        static Item of(Calendar calendar) {
            return new Item(
                    calendar.code(),
                    calendar.name(),
                    calendar.rules().zone().getId(),
                    calendar.time().knownUntil().orElse(null));
        }
    }

    private final Calendars calendars;

    CalendarApi(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/api/v1/calendars")
    Slice<Item> index(Paging paging) {
        return paging.of(calendars.all().stream().map(Item::of).toList(), "calendars");
    }
}
