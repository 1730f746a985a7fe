package dev.qiao.ticket.form.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.ticket.form.Forms;
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

    @Bean
    Shelf formsByName(Forms forms) {
        return new Shelf(
                333,
                "ticket.form.forms",
                "clipboard-check",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> forms.all().stream().map(f -> new Thing(f.name(), f.code(), "/forms/" + f.code())));
    }
}
