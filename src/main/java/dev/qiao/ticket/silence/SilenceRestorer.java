package dev.qiao.ticket.silence;

import dev.qiao.base.Coded;
import dev.qiao.journal.Restorer;
import dev.qiao.ticket.Weight.Priority;
import java.util.EnumMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** How the hours of silence are taken back. */
@Configuration(proxyBeanMethods = false)
class SilenceRestorer {
    @Bean
    Restorer ticketSilenceRestorer(Silences silences) {
        return new Restorer("ticket.silence", (change, me, now) -> {
            var was = new EnumMap<Priority, Integer>(Priority.class);
            change.must(JsonNode.class)
                    .properties()
                    .forEach(limit -> was.put(
                            Coded.of(Priority.class, "priority", limit.getKey()),
                            limit.getValue().asInt()));
            return () -> silences.change(was, me, now);
        });
    }
}
