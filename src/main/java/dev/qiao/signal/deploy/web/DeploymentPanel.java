package dev.qiao.signal.deploy.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.signal.deploy.Deployments;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was deployed of a service, on its page. */
@Component
class DeploymentPanel implements Panel {
    private static final int SHOWN = 5;

    private final Deployments deployments;
    private final DeploymentLines lines;
    private final Services services;

    DeploymentPanel(Deployments deployments, DeploymentLines lines, Services services) {
        this.deployments = deployments;
        this.lines = lines;
        this.services = services;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Services.KIND) || !me.worksHere()) return Optional.empty();
        return services.find(subject)
                .map(service -> new Fragment(
                        "signal/deploy/web/panel",
                        Map.of(
                                "service",
                                service,
                                "lines",
                                lines.of(deployments.list(subject, null, SHOWN, me, now)))));
    }
}
