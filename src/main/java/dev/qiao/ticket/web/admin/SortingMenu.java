package dev.qiao.ticket.web.admin;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what sorts tickets and what helps to answer them stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class SortingMenu {
    @Bean
    Menu categoriesMenu() {
        return new Menu("ticket.categories", "/categories", "tag", Permission.DESK_CONFIGURE, 530);
    }

    @Bean
    Menu prioritiesMenu() {
        return new Menu("ticket.priorities", "/priorities", "arrow-up-down", Permission.DESK_CONFIGURE, 535);
    }

    @Bean
    Menu remindersMenu() {
        return new Menu("ticket.silence.title", "/reminders", "bell-ring", Permission.DESK_CONFIGURE, 537);
    }

    @Bean
    Menu cannedMenu() {
        return new Menu("ticket.canned.title", "/canned", "message-circle", Permission.DESK_CONFIGURE, 538);
    }

    @Bean
    Menu macrosMenu() {
        return new Menu("ticket.macro.title", "/macros", "play", Permission.DESK_CONFIGURE, 539);
    }
}
