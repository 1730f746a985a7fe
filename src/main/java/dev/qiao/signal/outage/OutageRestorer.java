package dev.qiao.signal.outage;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Languages;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.signal.outage.Outages.Said;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How corrections of outages are taken back. */
@Configuration(proxyBeanMethods = false)
class OutageRestorer {
    @Bean
    Restorer signalOutageRestorer(Outages outages, OutageSql sql, Languages languages) {
        return new Restorer(Outages.KIND, (change, me, now) -> {
            var is = sql.find(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var was = change.was(Said.class);
            if (was.isEmpty()) return () -> outages.uncorrect(is.ticket(), is.version(), me, now);
            var said = was.get();
            // Why it was corrected then was not kept.
            var reason = is.correction() == null
                    ? languages.of(null).t("signal.outage_back")
                    : is.correction().reason();
            return () -> outages.correct(
                    is.ticket(), is.version(), said.beganAt(), said.endedAt(), said.none(), reason, me, now);
        });
    }

    @Bean
    Naming signalOutageNaming() {
        return new Naming(
                Set.of(Outages.KIND),
                Set.of(),
                ids -> ids.stream().collect(Collectors.toMap(id -> id, id -> Long.toString(id))));
    }
}
