package dev.qiao.signal.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.deploy.Deployment;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.deploy.web.DeploymentLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One thing that machines find wrong. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class AlertController {
    /** What was deployed so long before may be the reason. */
    private static final Duration BEFORE = Duration.ofHours(6);

    private static final int FEW = 5;

    private final Alerts alerts;
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
}
