package dev.qiao.asset.web;

import dev.qiao.asset.Services;
import dev.qiao.base.FirstStep;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where services stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AssetMenu {
    @Bean
    Menu servicesMenu() {
        return new Menu("asset.services", "/services", "server", Permission.DESK_CONFIGURE, 540);
    }

    @Bean
    Menu warrantiesMenu() {
        return new Menu("asset.warranties", "/warranties", "calendar-clock", Permission.DESK_CONFIGURE, 541);
    }

    @Bean
    FirstStep firstService(Services services) {
        return new FirstStep(
                "asset.first_service",
                "/services/new",
                30,
                () -> !services.active().isEmpty());
    }

    @Bean
    Shelf servicesByName(Services services) {
        return new Shelf(
                340,
                "asset.services",
                "server",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> services.all().stream()
                        .map(s -> new Thing(s.name(), s.code(), "/services/" + s.code() + "/edit")));
    }
}
