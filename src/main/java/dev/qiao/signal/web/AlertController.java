package dev.qiao.signal.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Alerts.Filter;
import dev.qiao.signal.Alerts.Over;
import dev.qiao.signal.Severity;
import dev.qiao.signal.deploy.Deployment;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.deploy.web.DeploymentLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What machines find wrong. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class AlertController {
    private static final int PAGE = 50;
    private static final String ALL = "all";

    private final Alerts alerts;
    /** What was deployed so long before may be the reason. */
    private static final Duration BEFORE = Duration.ofHours(6);

    private static final int FEW = 5;

    private final AlertLines lines;
    private final Deployments deployments;
    private final DeploymentLines deployed;
    private final Services services;

    AlertController(
            Alerts alerts, AlertLines lines, Deployments deployments, DeploymentLines deployed, Services services) {
        this.alerts = alerts;
        this.lines = lines;
        this.deployments = deployments;
        this.deployed = deployed;
        this.services = services;
    }

    /**
     * @param state a state; empty: all that are not over; {@code all}: whatever it is
     * @param severity the least that is shown; empty: all
     * @param name of which alert; empty: of any
     * @param flapping whether only what flaps is shown
     * @param before the number after which the page begins
     */
    @GetMapping("/alerts")
    String index(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean flapping,
            @RequestParam(required = false) @Nullable Long before,
            Me me,
            Model model) {
        var from = before == null ? Long.MAX_VALUE : before;
        var found = alerts.list(filter(state, severity, name, flapping), from, PAGE + 1, me);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines.folded(page, me));
        model.addAttribute("state", state);
        model.addAttribute("severity", severity);
        model.addAttribute("name", name);
        model.addAttribute("flapping", flapping);
        model.addAttribute("older", found.size() > PAGE ? page.getLast().id() : null);
        return "signal/web/alerts";
    }

    @GetMapping("/alerts/{id}")
    String show(@PathVariable long id, Me me, Model model) {
        var alert = alerts.find(id, me);
        model.addAttribute("line", lines.of(List.of(alert), me).getFirst());
        model.addAttribute("deployed", deployed.of(before(alert, me)));
        return "signal/web/alert";
    }

    /** On its service, and on all on which that rests. */
    private List<Deployment> before(Alert alert, Me me) {
        if (alert.service() == null) return List.of();
        var about = new ArrayList<>(List.of(alert.service()));
        services.below(alert.service()).forEach(reached -> about.add(reached.service()));
        return deployments.between(about, alert.beganAt().minus(BEFORE), alert.beganAt(), FEW, me);
    }

    private static Filter filter(String state, String severity, String name, boolean flapping) {
        var usual = Filter.of(state.equals(ALL) ? null : state(state), severities(severity));
        return new Filter(
                state.equals(ALL) ? Over.TOO : usual.over(),
                usual.state(),
                usual.severities(),
                name.isEmpty() ? null : name,
                flapping);
    }

    private static Alert.@Nullable State state(String code) {
        return code.isEmpty() ? null : Coded.of(Alert.State.class, "state", code);
    }

    private static @Nullable EnumSet<Severity> severities(String code) {
        if (code.isEmpty()) return null;
        return Coded.of(Severity.class, "severity", code).andWorse();
    }
}
