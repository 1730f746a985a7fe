package dev.qiao.admin;

import dev.qiao.base.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that the rooms promise of their data, to be looked at one by one. */
@Component
public class Verification {
    /**
     * What one check found.
     *
     * @param problems empty when all is well
     */
    public record Finding(List<String> problems, double seconds) {}

    private final ObjectProvider<Check> checks;

    Verification(ObjectProvider<Check> checks) {
        this.checks = checks;
    }

    /** By name. */
    public List<Check> checks() {
        return checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    }

    /** A check that cannot be made is a problem too. */
    public static Finding look(Check check) {
        var began = Instant.now();
        var problems = problems(check);
        return new Finding(problems, Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    private static List<String> problems(Check check) {
        try {
            return check.problems();
        } catch (RuntimeException e) {
            return List.of("could not be checked: " + e);
        }
    }
}
