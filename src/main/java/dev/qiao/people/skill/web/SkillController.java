package dev.qiao.people.skill.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.skill.Skills;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The skills that there are. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class SkillController {
    private final Skills skills;
    private final InstantSource clock;

    SkillController(Skills skills, InstantSource clock) {
        this.skills = skills;
        this.clock = clock;
    }

    @GetMapping("/skills")
    String index(Model model) {
        model.addAttribute("skills", skills.all());
        return "people/skill/web/index";
    }

    @PostMapping("/skills")
    String create(@RequestParam String code, @RequestParam String name, Me me) {
        skills.add(code.strip(), name, me, clock.instant());
        return "redirect:/skills";
    }

    @DeleteMapping("/skills/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        skills.remove(id, me, clock.instant());
        Toast.of(page.t("people.skill_deleted"))
                .undo("POST", "/skills/" + id + "/restoration")
                .on(response);
        return "redirect:/skills";
    }
}
