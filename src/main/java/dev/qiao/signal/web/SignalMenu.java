package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.signal.source.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where alerts and sources stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class SignalMenu {
    @Bean
    Menu alertsMenu() {
        return new Menu("signal.alerts", "/alerts", "activity", Permission.TICKET_WORK, 50);
    }

    @Bean
    Menu mapMenu() {
        return new Menu("signal.map", "/map", "waypoints", Permission.TICKET_WORK, 52);
    }

    @Bean
    Menu chartsMenu() {
        return new Menu("signal.charts", "/charts", "chart-no-axes-column", Permission.TICKET_WORK, 53);
    }

    @Bean
    Menu probesMenu() {
        return new Menu("signal.probes", "/probes", "globe", Permission.TICKET_WORK, 51);
    }

    @Bean
    Menu wallMenu() {
        return new Menu("signal.wall", "/wall", "monitor", Permission.TICKET_WORK, 54);
    }

    @Bean
    Menu sourcesMenu() {
        return new Menu("signal.sources", "/sources", "unplug", Permission.DESK_CONFIGURE, 545);
    }

    @Bean
    Menu availabilityMenu() {
        return new Menu("signal.availability", "/availability", "timer", Permission.REPORT_SEE, 301);
    }

    @Bean
    Menu promqlMenu() {
        return new Menu("signal.promql_servers", "/promql", "database", Permission.DESK_CONFIGURE, 547);
    }

    @Bean
    Menu watchesMenu() {
        return new Menu("signal.watches", "/watches", "eye", Permission.DESK_CONFIGURE, 546);
    }

    @Bean
    Shelf sourcesByName(Sources sources) {
        return new Shelf(
                345,
                "signal.sources",
                "unplug",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> sources.all(Me.QIAO).stream().map(s -> new Thing(s.name(), null, "/sources/" + s.id())));
    }
}
