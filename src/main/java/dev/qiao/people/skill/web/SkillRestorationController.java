package dev.qiao.people.skill.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.people.skill.Skills;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a skill for those who had it, for whoever took it out. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class SkillRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    SkillRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/skills/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Skills.KIND, Skills.KIND, id, String.valueOf(id), me, clock.instant());
        return "redirect:/skills";
    }
}
