package dev.qiao.report.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.report.Measure;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the targets stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TargetMenu {
    @Bean
    Menu targets() {
        return new Menu("report.targets", "/targets", "target", Permission.REPORT_SEE, 300);
    }

    @Bean
    Menu monitoring() {
        return new Menu("report.monitoring", "/monitoring", "lightbulb", Permission.REPORT_SEE, 302);
    }

    @Bean
    Menu goals() {
        return new Menu("report.goals", "/goals", "target", Permission.DESK_CONFIGURE, 565);
    }

    @Bean
    Shelf targetsByName() {
        return new Shelf(
                380,
                "report.targets",
                "target",
                Shelf.any(Permission.REPORT_SEE),
                page -> Stream.of(Measure.values())
                        .map(m -> new Thing(page.t("report.measure." + m.code()), m.code(), "/targets/" + m.code())));
    }
}
