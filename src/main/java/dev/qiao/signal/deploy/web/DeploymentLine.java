package dev.qiao.signal.deploy.web;

import dev.qiao.asset.Service;
import dev.qiao.signal.deploy.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * One line of what was deployed.
 *
 * @param source the name of who told it
 */
public record DeploymentLine(
        Deployment deployment, String source, @Nullable Service service) {}
