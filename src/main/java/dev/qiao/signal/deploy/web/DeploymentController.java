package dev.qiao.signal.deploy.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.deploy.Deployments.Mark;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What machines say was changed or deployed. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class DeploymentController {
    private static final int PAGE = 50;

    private final Deployments deployments;
    private final DeploymentLines lines;
    private final Services services;
    private final InstantSource clock;

    DeploymentController(Deployments deployments, DeploymentLines lines, Services services, InstantSource clock) {
        this.deployments = deployments;
        this.lines = lines;
        this.services = services;
        this.clock = clock;
    }

    /** @param service its code; empty: of all */
    @GetMapping("/deployments")
    String index(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @Nullable String after,
            Me me,
            Model model) {
        var about = service.isEmpty()
                ? null
                : services.byCode(service).orElseThrow(() -> Refused.notFound("asset.unknown_service", service));
        var mark = after == null ? null : Keyset.read(DeploymentPlace.LIST, after);
        var found = deployments.list(
                about == null ? null : about.id(),
                mark == null ? null : new Mark(mark.instant(0), mark.number(1)),
                PAGE + 1,
                me,
                clock.instant());
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines.of(page));
        model.addAttribute("service", about);
        model.addAttribute(
                "older",
                found.size() > PAGE
                        ? Keyset.of(
                                DeploymentPlace.LIST,
                                page.getLast().at(),
                                page.getLast().id())
                        : null);
        return "signal/deploy/web/index";
    }
}
