package dev.qiao.dispatch.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.dispatch.Rule;
import dev.qiao.dispatch.Rules;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Want.Kind;
import dev.qiao.dispatch.Wants;
import dev.qiao.people.skill.Skill;
import dev.qiao.people.skill.Skills;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which skills rules, services and categories want. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WantController {
    private final Wants wants;
    private final Skills skills;
    private final Rules rules;
    private final Services services;
    private final Categories categories;
    private final InstantSource clock;

    WantController(
            Wants wants, Skills skills, Rules rules, Services services, Categories categories, InstantSource clock) {
        this.wants = wants;
        this.skills = skills;
        this.rules = rules;
        this.services = services;
        this.categories = categories;
        this.clock = clock;
    }

    @GetMapping("/wants")
    String index(Page page, Model model) {
        var named = new HashMap<String, String>();
        var subjects = subjects(page);
        subjects.forEach(choice -> named.put(choice.value(), choice.label()));
        model.addAttribute("wants", wants.all());
        model.addAttribute("names", named);
        model.addAttribute("subjects", subjects);
        model.addAttribute("skills", skills.all().stream().collect(Collectors.toMap(Skill::id, Skill::name)));
        model.addAttribute(
                "choices",
                skills.all().stream()
                        .map(s -> new Choice(String.valueOf(s.id()), s.name()))
                        .toList());
        return "dispatch/web/wants";
    }

    /** @param subject such as {@code service 17} */
    @PostMapping("/wants")
    String create(@RequestParam String subject, @RequestParam long skill, @RequestParam int level, Me me) {
        var parts = subject.split(" ", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,18}"))
            throw Refused.invalid("subject", "dispatch.unknown_reference");
        var kind = Coded.of(Kind.class, "subject", parts[0]);
        wants.put(new Want(kind, Long.parseLong(parts[1]), skill, level), me, clock.instant());
        return "redirect:/wants";
    }

    @DeleteMapping("/wants/{kind}/{subjectId}/{skillId}")
    String destroy(
            @PathVariable String kind,
            @PathVariable long subjectId,
            @PathVariable long skillId,
            Me me,
            Page page,
            HttpServletResponse response) {
        wants.remove(Coded.of(Kind.class, "kind", kind), subjectId, skillId, me, clock.instant());
        Toast.of(page.t("dispatch.want_deleted"))
                .undo("POST", "/wants/" + kind + "/" + subjectId + "/" + skillId + "/restoration")
                .on(response);
        return "redirect:/wants";
    }

    private List<Choice> subjects(Page page) {
        var all = new ArrayList<Choice>();
        for (Rule rule : rules.all()) all.add(choice(Kind.RULE, rule.id(), rule.name(), page));
        for (Service service : services.active()) all.add(choice(Kind.SERVICE, service.id(), service.name(), page));
        for (Category category : categories.all()) {
            if (category.active()) all.add(choice(Kind.CATEGORY, category.id(), category.name(), page));
        }
        return all;
    }

    private static Choice choice(Kind kind, long id, String name, Page page) {
        return new Choice(kind.code() + " " + id, page.t("dispatch.want." + kind.code(), name));
    }
}
