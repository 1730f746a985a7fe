package dev.qiao.people.roster.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where duty stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class RosterMenu {
    @Bean
    Menu duty() {
        return new Menu("people.duty", "/rosters", "calendar-clock", Permission.TICKET_WORK, 70);
    }
}
