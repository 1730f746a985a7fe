package dev.qiao.calendar.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where calendars stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {
    @Bean
    Menu calendarsMenu() {
        return new Menu("calendar.calendars", "/calendars", "calendar-clock", Permission.DESK_CONFIGURE, 560);
    }
}
