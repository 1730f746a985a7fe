package dev.qiao.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which team a ticket goes to, and what sent it there. */
public sealed interface Route {
    /** Somebody chose the team. */
    record Given(long team) implements Route {}

    record ByRule(long team, long rule) implements Route {}

    /** No rule matched: the team that cares for the service. */
    record ByService(long team) implements Route {}

    /** Neither rule nor service said anything. */
    record ByDefault(long team) implements Route {}

    /** Stays unassigned, where everybody sees it. */
    record Nowhere() implements Route {}

    /**
     * The team by what was asked for, else by the first rule that fits, the service, and what is left.
     *
     * @param ruleList in their order
     */
    static Route of(Traits traits, List<Rule> ruleList, @Nullable Long serviceTeam, @Nullable Long defaultTeam) {
        if (traits.team() != null) return new Given(traits.team());
        var rule = ruleList.stream().filter(r -> r.matches(traits)).findFirst();
        if (rule.isPresent()) return new ByRule(rule.get().team(), rule.get().id());
        if (serviceTeam != null) return new ByService(serviceTeam);
        return defaultTeam != null ? new ByDefault(defaultTeam) : new Nowhere();
    }

    default @Nullable Long teamId() {
        return switch (this) {
            case Given(var team) -> team;
            case ByRule(var team, _) -> team;
            case ByService(var team) -> team;
            case ByDefault(var team) -> team;
            case Nowhere() -> null;
        };
    }

    default @Nullable Long ruleId() {
        return this instanceof ByRule(_, var rule) ? rule : null;
    }

    /** The message key that tells it. */
    default String key() {
        return switch (this) {
            case Given _ -> "dispatch.route_given";
            case ByRule _ -> "dispatch.route_rule";
            case ByService _ -> "dispatch.route_service";
            case ByDefault _ -> "dispatch.route_default";
            case Nowhere _ -> "dispatch.route_nowhere";
        };
    }
}
