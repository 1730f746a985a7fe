package dev.qiao.dispatch.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.dispatch.Rules;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where rules stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DispatchMenu {
    @Bean
    Menu rules() {
        return new Menu("dispatch.rules", "/rules", "arrow-right-left", Permission.DESK_CONFIGURE, 560);
    }

    @Bean
    Menu onCall() {
        return new Menu("dispatch.oncall", "/oncall", "phone", Permission.TICKET_WORK, 68);
    }

    @Bean
    Shelf rulesByName(Rules rules) {
        return new Shelf(
                365,
                "dispatch.rules",
                "arrow-right-left",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> rules.all().stream().map(r -> new Thing(r.name(), null, "/rules/" + r.id() + "/edit")));
    }

    @Bean
    Shelf dispatchPages() {
        return Shelf.pages(Shelf.any(Permission.DESK_CONFIGURE), Map.of("dispatch.wants", "/wants"));
    }
}
