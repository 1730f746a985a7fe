package dev.qiao.ticket.web.admin;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.macro.Macros;
import java.util.Map;
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

    @Bean
    Shelf categoriesByName(Categories categories) {
        return new Shelf(
                330,
                "ticket.categories",
                "tag",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> categories.all().stream()
                        .map(c -> new Thing(c.name(), c.code(), "/categories/" + c.code() + "/edit")));
    }

    @Bean
    Shelf cannedByName(Canneds canneds) {
        return new Shelf(
                338,
                "ticket.canned.title",
                "message-circle",
                Shelf.any(Permission.TICKET_WORK, Permission.DESK_CONFIGURE),
                page -> canneds.known(page.reader()).stream()
                        .filter(c -> canneds.changeable(c, page.reader()))
                        .map(c -> new Thing(c.name(), null, "/canned/" + c.id() + "/edit")));
    }

    @Bean
    Shelf macrosByName(Macros macros) {
        return new Shelf(
                339,
                "ticket.macro.title",
                "play",
                Shelf.any(Permission.TICKET_WORK, Permission.DESK_CONFIGURE),
                page -> macros.known(page.reader()).stream()
                        .filter(m -> macros.changeable(m, page.reader()))
                        .map(m -> new Thing(m.name(), null, "/macros/" + m.id() + "/edit")));
    }

    /** They stand in the menu of administrators alone, but teams write their own. */
    @Bean
    Shelf helpPages() {
        return Shelf.pages(
                page -> page.may(Permission.TICKET_WORK) && !page.may(Permission.DESK_CONFIGURE),
                Map.of("ticket.canned.title", "/canned", "ticket.macro.title", "/macros"));
    }
}
