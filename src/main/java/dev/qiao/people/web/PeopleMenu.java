package dev.qiao.people.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
    @Bean
    Menu persons() {
        return new Menu("people.persons", "/people", "users", Permission.PEOPLE_EDIT, 510);
    }

    @Bean
    Menu organizations() {
        return new Menu("people.organizations", "/organizations", "flag", Permission.PEOPLE_EDIT, 515);
    }

    @Bean
    Menu teams() {
        return new Menu("people.teams", "/teams", "headset", Permission.PEOPLE_EDIT, 520);
    }

    @Bean
    Menu roles() {
        return new Menu("people.roles", "/roles", "key-round", Permission.ADMIN, 525);
    }
}
