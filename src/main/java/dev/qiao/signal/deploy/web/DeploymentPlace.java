package dev.qiao.signal.deploy.web;

import dev.qiao.base.api.Keyset;
import dev.qiao.signal.deploy.Deployment;

/** Where a deployment stands among all others: at the head of a page, however many came after it. */
public final class DeploymentPlace {
    /** How the marks between pages are called. */
    static final String LIST = "deployments";

    private DeploymentPlace() {}

    public static String of(Deployment one) {
        return "/deployments?after=" + Keyset.of(LIST, one.at(), one.id() + 1) + "#d" + one.id();
    }
}
