package dev.qiao.people.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.people.Organizations;
import dev.qiao.people.Roles;
import dev.qiao.people.Teams;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
    private static final int MOST_ORGANIZATIONS = 2_000;
    private static final int MOST_TEAMS = 500;

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

    @Bean
    Shelf organizationsByName(Organizations organizations) {
        return new Shelf(
                315,
                "people.organizations",
                "flag",
                Shelf.any(Permission.PEOPLE_EDIT),
                _ -> organizations.page("", MOST_ORGANIZATIONS).stream()
                        .map(o -> new Thing(o.name(), o.code(), "/organizations/" + o.code() + "/edit")));
    }

    @Bean
    Shelf teamsByName(Teams teams) {
        return new Shelf(
                320,
                "people.teams",
                "headset",
                Shelf.any(Permission.TICKET_WORK, Permission.PEOPLE_EDIT),
                _ -> teams.page("", MOST_TEAMS).stream().map(t -> new Thing(t.name(), t.code(), "/teams/" + t.code())));
    }

    @Bean
    Shelf rolesByName(Roles roles) {
        return new Shelf(
                325,
                "people.roles",
                "key-round",
                Shelf.any(Permission.ADMIN),
                page -> roles.all().stream()
                        .map(r -> new Thing(Wording.role(page, r), r.code(), "/roles/" + r.code() + "/edit")));
    }

    @Bean
    Shelf teamPages() {
        return Shelf.pages(
                page -> page.may(Permission.TICKET_WORK) && !page.may(Permission.PEOPLE_EDIT),
                Map.of("people.teams", "/teams"));
    }
}
