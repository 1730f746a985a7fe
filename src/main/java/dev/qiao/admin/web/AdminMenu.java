package dev.qiao.admin.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where administration stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class AdminMenu {
    @Bean
    Menu overviewMenu() {
        return new Menu("admin.overview", "/admin", "activity", Permission.ADMIN, 500);
    }

    @Bean
    Menu settingsMenu() {
        return new Menu("admin.settings", "/settings", "settings-2", Permission.ADMIN, 590);
    }

    @Bean
    Menu auditMenu() {
        return new Menu("admin.audit", "/audit", "history", Permission.AUDIT_SEE, 595);
    }
}
