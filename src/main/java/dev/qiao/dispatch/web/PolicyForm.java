package dev.qiao.dispatch.web;

import dev.qiao.dispatch.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the form of the policy holds; times in minutes. */
public record PolicyForm(@Nullable Long team, long urgent, long important, long normal, int seen) {
    static PolicyForm of(Policy policy) {
        return new PolicyForm(
                policy.defaultTeam(),
                policy.urgent().toMinutes(),
                policy.important().toMinutes(),
                policy.normal().toMinutes(),
                policy.version());
    }

    Policy policy() {
        return new Policy(team, minutes(urgent), minutes(important), minutes(normal), seen);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
