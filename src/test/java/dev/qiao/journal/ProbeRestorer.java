package dev.qiao.journal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Of the things that the tests of the journal speak of; they stay. */
@Configuration(proxyBeanMethods = false)
class ProbeRestorer {
    @Bean
    Restorer probeThingRestorer() {
        return new Restorer("proof.thing", (_, _, _) -> () -> {}).lasting("journal.reversal_of_new");
    }
}
