package dev.qiao.admin.web;

import dev.qiao.base.Health;

/**
 * How a part of the desk is.
 *
 * @param mark of the frame: up, slow or down
 */
public record PartLine(String name, Health.Finding finding, String mark) {
    static PartLine of(Health health) {
        var finding = health.look();
        var mark = switch (finding.state()) {
            case WELL -> "up";
            case WORRYING -> "slow";
            case DOWN -> "down";
        };
        return new PartLine(health.name(), finding, mark);
    }
}
