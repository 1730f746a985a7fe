package dev.qiao.people.skill.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where skills stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class SkillMenu {
    @Bean
    Menu skillsMenu() {
        return new Menu("people.skills", "/skills", "wrench", Permission.PEOPLE_EDIT, 522);
    }
}
