package dev.qiao.ticket.form.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where forms and the catalogue stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FormMenu {
    @Bean
    Menu catalogueMenu() {
        return new Menu("ticket.form.catalogue", "/catalogue", "book-open", Permission.REQUEST, 85);
    }

    @Bean
    Menu formsMenu() {
        return new Menu("ticket.form.forms", "/forms", "clipboard-check", Permission.DESK_CONFIGURE, 533);
    }
}
