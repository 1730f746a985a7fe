package dev.qiao.calendar;

import static java.util.stream.Collectors.toMap;

import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A calendar stays once it was made, for promises may count on it; what it says can be taken back. */
@Configuration(proxyBeanMethods = false)
class CalendarRestorer {
    @Bean
    Naming calendarNaming(Calendars calendars) {
        return new Naming(
                Set.of("calendar"),
                Set.of(),
                ids -> calendars.all().stream()
                        .filter(calendar -> ids.contains(calendar.id()))
                        .collect(toMap(Calendar::id, Calendar::name)));
    }

    @Bean
    Restorer calendarCalendarRestorer(Calendars calendars) {
        return new Restorer("calendar.calendar", (change, me, now) -> {
                    var was = change.must(Calendars.Said.class);
                    long seen = calendars.named(change.code()).revision();
                    return () -> calendars.update(change.code(), was.name(), was.rules(), seen, me, now);
                })
                .lasting("calendar.stays");
    }
}
