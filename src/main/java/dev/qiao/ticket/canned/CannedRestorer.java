package dev.qiao.ticket.canned;

import static java.util.stream.Collectors.toMap;

import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import dev.qiao.ticket.canned.Canneds.Spoken;
import dev.qiao.ticket.wording.Wording;
import dev.qiao.ticket.wording.Wordings;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of canned replies are read and taken back; one that was made is no longer offered. */
@Configuration(proxyBeanMethods = false)
class CannedRestorer {
    @Bean
    Restorer ticketCannedRestorer(Canneds canneds, Wordings wordings) {
        return new Restorer("ticket.canned", (change, me, now) -> {
                    var is = canneds.find(change.subject(), me);
                    var wanted = change.was(Spoken.class)
                            .map(was -> was(is.id(), was, wordings))
                            .orElseGet(() -> new Canned(is.id(), is.team(), is.name(), is.body(), false));
                    return () -> canneds.save(wanted, me, now);
                })
                .except(CannedRestorer::unworded);
    }

    private static Canned was(long id, Spoken was, Wordings wordings) {
        var words = wordings.find(Objects.requireNonNull(was.wording()));
        return new Canned(id, was.team(), words.name(), words.body(), was.active());
    }

    private static Optional<String> unworded(Change change) {
        return change.was(Spoken.class).filter(was -> was.wording() == null).map(_ -> "ticket.wording.not_kept");
    }

    @Bean
    Naming cannedNaming(Canneds canneds) {
        return new Naming(Set.of("canned"), Set.of(), canneds::names);
    }

    @Bean
    Naming ticketCannedNaming(Wordings wordings) {
        return new Naming(
                Set.of(),
                Set.of("wording"),
                ids -> wordings.of(ids).stream()
                        .collect(toMap(Wording::id, words -> words.name() + " · " + words.body())));
    }
}
