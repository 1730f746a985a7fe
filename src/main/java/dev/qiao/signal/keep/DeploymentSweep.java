package dev.qiao.signal.keep;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what was deployed more than a year ago. */
@Component
class DeploymentSweep implements Worker {
    static final Duration KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 500;

    private final KeepSql sql;
    private final Rest rest = new Rest(Duration.ofHours(1));

    DeploymentSweep(KeepSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "signal.deploymentsweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int forgotten = sql.forgetDeployments(now.minus(KEPT), AT_ONCE);
        if (forgotten < AT_ONCE) rest.begin(now);
        return forgotten;
    }
}
