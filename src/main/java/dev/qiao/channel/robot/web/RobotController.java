package dev.qiao.channel.robot.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.robot.Robot;
import dev.qiao.channel.robot.RobotKind;
import dev.qiao.channel.robot.Robots;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Weight.Priority;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Robots in the groups of chats. */
@Controller
@Needs(Permission.ADMIN)
class RobotController {
    private static final int SHOWN = 50;

    private final Robots robots;
    private final Teams teams;
    private final InstantSource clock;

    RobotController(Robots robots, Teams teams, InstantSource clock) {
        this.robots = robots;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/robots")
    String index(Me me, Page page, Model model) {
        model.addAttribute(
                "lines",
                robots.all(me).stream().map(robot -> line(robot, me, page)).toList());
        return "channel/robot/web/index";
    }

    /** @param kind whose robot it is */
    @GetMapping("/robots/new")
    String form(@RequestParam(defaultValue = "dingtalk") String kind, Page page, Model model) {
        return form(page, model, null, RobotForm.usual(Coded.of(RobotKind.class, "kind", kind)));
    }

    @PostMapping("/robots")
    String create(RobotForm form, Me me) {
        var robot = robots.create(form.draft(), form.keys(), me, clock.instant());
        return "redirect:/robots/" + robot.id();
    }

    /** @param before what it said before this message; absent: the newest */
    @GetMapping("/robots/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            Me me,
            Page page,
            Model model) {
        var found = robots.messages(id, Objects.requireNonNullElse(before, Long.MAX_VALUE), SHOWN + 1, me);
        var shown = found.stream().limit(SHOWN).toList();
        model.addAttribute("line", line(robots.find(id, me), me, page));
        model.addAttribute("messages", shown);
        model.addAttribute("older", found.size() > SHOWN ? shown.getLast().id() : null);
        return "channel/robot/web/show";
    }

    @GetMapping("/robots/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(page, model, id, RobotForm.of(robots.find(id, me)));
    }

    @PostMapping("/robots/{id}")
    String update(@PathVariable long id, RobotForm form, Me me) {
        int seen = form.seen() == null ? robots.find(id, me).version() : Objects.requireNonNull(form.seen());
        robots.update(id, seen, form.draft(), form.keys(), me, clock.instant());
        return "redirect:/robots/" + id;
    }

    @DeleteMapping("/robots/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        robots.delete(id, me, clock.instant());
        Toast.of(page.t("channel.robot_deleted"))
                .undo("POST", "/robots/" + id + "/restoration")
                .on(response);
        return "redirect:/robots";
    }

    private RobotLine line(Robot robot, Me me, Page page) {
        var standing = robots.standings(me).get(robot.id());
        return new RobotLine(
                robot,
                robots.addressed(robot.id(), me),
                standing == null ? 0 : standing.waiting(),
                standing == null ? 0 : standing.dead(),
                page.now());
    }

    private String form(Page page, Model model, @Nullable Long id, RobotForm form) {
        var team = form.team() == null ? null : String.valueOf(form.team());
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kind", Coded.of(RobotKind.class, "kind", form.kind()));
        model.addAttribute("events", HookEvent.ALL);
        model.addAttribute(
                "teams",
                Choice.standing(
                        teams.active().stream()
                                .map(each -> new Choice(String.valueOf(each.id()), each.name()))
                                .toList(),
                        team,
                        each -> teams.find(Long.parseLong(each)).map(found -> page.t("base.retired", found.name()))));
        model.addAttribute(
                "priorities",
                Arrays.stream(Priority.values())
                        .map(each -> new Choice(each.code(), page.t("channel.robot_least." + each.code())))
                        .toList());
        return "channel/robot/web/form";
    }
}
