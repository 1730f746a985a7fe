package dev.qiao.admin.web;

import dev.qiao.admin.DeskPreferences;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where administration stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class AdminMenu {
    @Bean
    Menu overviewMenu() {
        return new Menu("admin.overview", "/admin", "activity", Permission.ADMIN, 570);
    }

    @Bean
    Menu settingsMenu() {
        return new Menu("admin.settings", "/settings", "settings-2", Permission.ADMIN, 590);
    }

    @Bean
    Menu auditMenu() {
        return new Menu("admin.audit", "/audit", "history", Permission.AUDIT_SEE, 595);
    }

    @Bean
    Shelf settingsByName() {
        return new Shelf(
                300,
                "admin.settings",
                "settings-2",
                Shelf.any(Permission.ADMIN),
                page -> Stream.concat(
                        DeskPreferences.NAMES.stream()
                                .map(name -> new Thing(page.t("admin.setting." + name), name, "/settings?q=" + name)),
                        Stream.of(Setting.values())
                                .map(s -> new Thing(
                                        page.t("admin.outside." + s.key()),
                                        s.variable(),
                                        "/settings?q=" + s.variable()))));
    }

    @Bean
    Shelf adminPages() {
        return Shelf.pages(
                Shelf.any(Permission.ADMIN),
                Map.of("admin.parked", "/parked", "admin.health", "/admin", "admin.backup.plan", "/backups/plan"));
    }

    @Bean
    Shelf peoplePages() {
        return Shelf.pages(
                Shelf.any(Permission.PEOPLE_EDIT),
                Map.of("admin.people.title", "/people/imports/new", "people.person_new", "/people/new"));
    }
}
