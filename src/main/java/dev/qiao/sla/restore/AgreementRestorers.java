package dev.qiao.sla.restore;

import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import dev.qiao.sla.Agreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An agreement stays once it was made, for promises may count on it; what it says and where it applies can be taken back. */
@Configuration(proxyBeanMethods = false)
class AgreementRestorers {
    @Bean
    Restorer agreementRestorer(Agreements agreements) {
        return new Restorer("sla.agreement", (change, me, now) -> {
            var was = change.must(Agreements.Said.class);
            var is = agreements.find(change.code()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            int seen = is.terms().version();
            return () -> agreements.update(is.code(), was.name(), was.offer(), seen, me, now);
        });
    }

    @Bean
    Restorer orderRestorer(Agreements agreements) {
        return new Restorer("sla.order", (change, me, now) -> {
            var was = change.must(Agreements.Order.class);
            long seen = agreements.revision();
            return () -> agreements.select(was.selections(), was.standard(), seen, me, now);
        });
    }
}
