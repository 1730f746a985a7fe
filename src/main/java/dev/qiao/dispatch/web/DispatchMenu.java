package dev.qiao.dispatch.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where rules stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DispatchMenu {
    @Bean
    Menu rules() {
        return new Menu("dispatch.rules", "/rules", "arrow-right-left", Permission.DESK_CONFIGURE, 560);
    }
}
