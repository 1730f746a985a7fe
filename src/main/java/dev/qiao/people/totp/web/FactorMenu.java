package dev.qiao.people.totp.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where second factors stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FactorMenu {
    @Bean
    Menu factorsMenu() {
        return new Menu("people.totp.title", "/factors", "fingerprint", Permission.ADMIN, 575);
    }
}
