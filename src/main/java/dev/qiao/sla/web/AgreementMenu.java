package dev.qiao.sla.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where agreements stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AgreementMenu {
    @Bean
    Menu agreementsMenu() {
        return new Menu("sla.agreements", "/agreements", "shield-check", Permission.DESK_CONFIGURE, 550);
    }
}
