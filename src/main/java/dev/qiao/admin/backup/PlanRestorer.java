package dev.qiao.admin.backup;

import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the plan of backups is taken back; backups that were let go because of it stay gone. */
@Configuration(proxyBeanMethods = false)
class PlanRestorer {
    @Bean
    Restorer backupPlanRestorer(Plans plans) {
        return new Restorer("admin.backup_plan", (change, me, now) -> {
            var was = change.must(Plan.class);
            return () -> plans.change(was, me, now);
        });
    }
}
