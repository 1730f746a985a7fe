package dev.qiao.feedback.practice;

import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a change of the practice is taken back. */
@Configuration(proxyBeanMethods = false)
class PracticeRestorer {
    @Bean
    Restorer feedbackPracticeRestorer(Practices practices) {
        return new Restorer("feedback.practice", (change, me, now) -> {
            var was = change.must(Practice.class);
            return () -> practices.change(was, me, now);
        });
    }
}
