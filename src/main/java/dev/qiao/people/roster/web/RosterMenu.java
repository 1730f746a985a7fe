package dev.qiao.people.roster.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.people.Teams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where duty stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class RosterMenu {
    @Bean
    Menu duty() {
        return new Menu("people.duty", "/rosters", "calendar-clock", Permission.TICKET_WORK, 70);
    }

    @Bean
    Shelf rostersByTeam(Teams teams) {
        return new Shelf(
                370,
                "people.duty",
                "calendar-clock",
                Shelf.any(Permission.TICKET_WORK, Permission.PEOPLE_EDIT),
                page -> teams.active().stream()
                        .map(t -> new Thing(
                                page.t("people.roster_of", t.name()), t.code(), "/teams/" + t.code() + "/roster")));
    }
}
