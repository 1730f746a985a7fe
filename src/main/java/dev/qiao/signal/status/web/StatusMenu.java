package dev.qiao.signal.status.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where public pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class StatusMenu {
    @Bean
    Menu statusPagesMenu() {
        return new Menu("signal.status_pages", "/status-pages", "globe", Permission.DESK_CONFIGURE, 546);
    }
}
