package dev.qiao.feedback.grievance;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A grievance that nobody settled in its time becomes a complaint. */
@Component
class GrievanceWorker implements Worker {
    private static final int MOST = 50;

    private final Grievances grievances;
    private final Rest rest = new Rest(Duration.ofSeconds(20));

    GrievanceWorker(Grievances grievances) {
        this.grievances = grievances;
    }

    @Override
    public String name() {
        return "feedback.grievances";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int raised = grievances.raiseDue(now, MOST);
        if (raised == 0) rest.begin(now);
        return raised;
    }
}
