package dev.qiao.signal;

import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of what words mean are taken back. */
@Configuration(proxyBeanMethods = false)
class GradeRestorer {
    @Bean
    Restorer signalGradeRestorer(Grades grades) {
        return new Restorer("signal.grade", (change, me, now) -> {
            var was = change.was(Grades.Said.class);
            if (was.isPresent())
                return () -> grades.put(was.get().id(), was.get().severity(), me, now);
            return () -> grades.remove(change.code(), me, now);
        });
    }
}
