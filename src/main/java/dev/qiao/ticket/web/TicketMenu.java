package dev.qiao.ticket.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.MenuCount;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.SavedViews;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where tickets stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TicketMenu {
    @Bean
    Menu home() {
        return new Menu("ticket.workbench", "/", "house", Permission.TICKET_WORK, 10);
    }

    @Bean
    Menu queueMenu() {
        return new Menu("ticket.tickets", "/tickets", "inbox", Permission.TICKET_SEE_ALL, 20);
    }

    @Bean
    Menu ownQueueMenu() {
        return new Menu("ticket.tickets", "/tickets", "inbox", Permission.TICKET_WORK, 21);
    }

    /** Open work in sight; beyond a thousand nobody counts. */
    @Bean
    MenuCount openTickets(Queue queue, InstantSource clock) {
        return new MenuCount() {
            @Override
            public String path() {
                return "/tickets";
            }

            @Override
            public long count(Me me) {
                return me.worksHere() ? queue.count(Filter.of(View.OPEN), me, clock.instant()) : 0;
            }
        };
    }

    @Bean
    Shelf viewsByName(SavedViews views) {
        return new Shelf(
                250,
                "ticket.palette.views",
                "bookmark",
                page -> page.reader().worksHere(),
                page -> Stream.concat(
                        views.of(page.reader()).stream().map(v -> new Thing(v.name(), null, v.path())),
                        Stream.of(View.values())
                                .map(v -> new Thing(
                                        page.t("ticket.view." + v.code()), v.code(), "/tickets?view=" + v.code()))));
    }

    @Bean
    Shelf ticketPages() {
        return Shelf.pages(
                page -> page.reader().worksHere(),
                Map.of(
                        "ticket.board", "/tickets/board",
                        "ticket.dates", "/tickets/calendar",
                        "base.search", "/search"));
    }

    @Bean
    Shelf newTicket() {
        return Shelf.pages(Shelf.any(Permission.TICKET_WORK), Map.of("ticket.new", "/tickets/new"));
    }
}
