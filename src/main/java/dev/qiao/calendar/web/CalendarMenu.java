package dev.qiao.calendar.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.calendar.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where calendars stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {
    @Bean
    Menu calendarsMenu() {
        return new Menu("calendar.calendars", "/calendars", "calendar-clock", Permission.DESK_CONFIGURE, 555);
    }

    @Bean
    Shelf calendarsByName(Calendars calendars) {
        return new Shelf(
                360,
                "calendar.calendars",
                "calendar-clock",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> calendars.all().stream().map(c -> new Thing(c.name(), c.code(), "/calendars/" + c.code())));
    }
}
