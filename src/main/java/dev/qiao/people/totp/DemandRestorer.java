package dev.qiao.people.totp;

import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the demand of a second factor is taken back; what somebody has set up because of it stays. */
@Configuration(proxyBeanMethods = false)
class DemandRestorer {
    @Bean
    Restorer secondFactorRestorer(Factors factors) {
        return new Restorer("people.second_factor", (change, me, now) -> {
            boolean was = change.must(Boolean.class);
            return () -> factors.demand(change.code(), was, me, now);
        });
    }
}
