package dev.qiao.report;

import dev.qiao.base.Coded;
import dev.qiao.journal.Restorer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How goals are taken back. */
@Configuration(proxyBeanMethods = false)
class GoalRestorer {
    record Aim(double goal) {}

    @Bean
    Restorer reportGoalRestorer(Targets targets) {
        return new Restorer("report.goal", (change, me, now) -> {
            double was = change.must(Aim.class).goal();
            var measure = Coded.of(Measure.class, "measure", change.code());
            return () -> targets.aim(Map.of(measure, was), me, now);
        });
    }
}
