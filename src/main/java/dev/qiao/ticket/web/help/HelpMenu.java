package dev.qiao.ticket.web.help;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where those who ask can go. */
@Configuration(proxyBeanMethods = false)
class HelpMenu {
    @Bean
    Menu myTicketsMenu() {
        return new Menu("ticket.help_mine", "/my", "send", Permission.REQUEST, 90);
    }
}
