package dev.qiao.sla.ladder;

import dev.qiao.journal.Restorer;
import dev.qiao.sla.Agreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How ladders are taken back: for running clocks, too, and nobody is told again what a clock has passed. */
@Configuration(proxyBeanMethods = false)
class LadderRestorer {
    @Bean
    Restorer ladderRestorer(Ladders ladders, Agreements agreements) {
        return new Restorer("sla.ladder", (change, me, now) -> {
            var was = change.must(Ladders.Shown.class);
            long seen = agreements.revision();
            return () -> ladders.change(change.code(), was.rungs(), seen, me, now);
        });
    }
}
