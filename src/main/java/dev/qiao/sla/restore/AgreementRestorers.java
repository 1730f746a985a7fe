package dev.qiao.sla.restore;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import java.util.Set;
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
                })
                .lasting("sla.agreement_stays");
    }

    @Bean
    Naming agreementNaming(Agreements agreements) {
        return new Naming(
                Set.of("agreement", "sla.ladder"),
                Set.of(),
                ids -> agreements.all().stream()
                        .filter(agreement -> ids.contains(agreement.id()))
                        .collect(toMap(Agreement::id, Agreement::name)));
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
