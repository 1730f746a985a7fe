package dev.qiao.people.skill.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.people.skill.Skills;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where skills stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class SkillMenu {
    @Bean
    Menu skillsMenu() {
        return new Menu("people.skills", "/skills", "wrench", Permission.PEOPLE_EDIT, 522);
    }

    @Bean
    Shelf skillsByName(Skills skills) {
        return new Shelf(
                322,
                "people.skills",
                "wrench",
                Shelf.any(Permission.PEOPLE_EDIT),
                _ -> skills.all().stream().map(s -> new Thing(s.name(), s.code(), "/skills")));
    }
}
