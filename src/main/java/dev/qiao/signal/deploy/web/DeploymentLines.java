package dev.qiao.signal.deploy.web;

import dev.qiao.asset.Services;
import dev.qiao.signal.deploy.Deployment;
import dev.qiao.signal.source.Sources;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What was deployed, with what is shown beside it. */
@Component
public class DeploymentLines {
    private final Sources sources;
    private final Services services;

    DeploymentLines(Sources sources, Services services) {
        this.sources = sources;
        this.services = services;
    }

    public List<DeploymentLine> of(List<Deployment> some) {
        var names = sources.names();
        var about = services.of(
                some.stream().map(Deployment::service).filter(Objects::nonNull).toList());
        return some.stream()
                .map(each -> new DeploymentLine(
                        each,
                        names.getOrDefault(each.source(), ""),
                        each.service() == null ? null : about.get(each.service())))
                .toList();
    }
}
