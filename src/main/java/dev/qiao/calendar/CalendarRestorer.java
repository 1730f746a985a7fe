package dev.qiao.calendar;

import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A calendar stays once it was made, for promises may count on it; what it says can be taken back. */
@Configuration(proxyBeanMethods = false)
class CalendarRestorer {
    @Bean
    Restorer calendarCalendarRestorer(Calendars calendars) {
        return new Restorer("calendar.calendar", (change, me, now) -> {
            var was = change.must(Calendars.Said.class);
            long seen = calendars.named(change.code()).revision();
            return () -> calendars.update(change.code(), was.name(), was.rules(), seen, me, now);
        });
    }
}
