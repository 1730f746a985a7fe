package dev.qiao.report.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the targets stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TargetMenu {
    @Bean
    Menu targets() {
        return new Menu("report.targets", "/targets", "target", Permission.REPORT_SEE, 300);
    }
}
