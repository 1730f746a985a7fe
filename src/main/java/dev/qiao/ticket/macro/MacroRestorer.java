package dev.qiao.ticket.macro;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Json;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macros.Spoken;
import dev.qiao.ticket.wording.Wording;
import dev.qiao.ticket.wording.Wordings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of macros are read and taken back; one that was made is no longer offered. */
@Configuration(proxyBeanMethods = false)
class MacroRestorer {
    @Bean
    Restorer ticketMacroRestorer(Macros macros, Wordings wordings) {
        return new Restorer("ticket.macro", (change, me, now) -> {
                    var is = macros.find(change.subject(), me);
                    var wanted = change.was(Spoken.class)
                            .map(was -> was(is.id(), was, wordings))
                            .orElseGet(() -> new Macro(is.id(), is.team(), is.name(), is.orders(), false));
                    return () -> macros.save(wanted, me, now);
                })
                .except(MacroRestorer::unworded);
    }

    private static Macro was(long id, Spoken was, Wordings wordings) {
        var words = wordings.find(Objects.requireNonNull(was.orders()));
        return new Macro(id, was.team(), words.name(), orders(words), was.active());
    }

    private static Optional<String> unworded(Change change) {
        return change.was(Spoken.class).filter(was -> was.orders() == null).map(_ -> "ticket.wording.not_kept");
    }

    @Bean
    Naming macroNaming(Macros macros) {
        return new Naming(Set.of("macro"), Set.of(), macros::names);
    }

    @Bean
    Naming ticketMacroNaming(Wordings wordings) {
        return new Naming(
                Set.of(),
                Set.of("orders"),
                ids -> wordings.of(ids).stream().collect(toMap(Wording::id, MacroRestorer::spoken)));
    }

    private static String spoken(Wording words) {
        var said = orders(words).stream()
                .flatMap(order -> Stream.of(order.reason(), order.text()))
                .filter(text -> text != null && !text.isBlank());
        return Stream.concat(Stream.of(words.name()), said).collect(joining(" · "));
    }

    private static List<Order> orders(Wording words) {
        return List.of(new Json(words.body()).as(Order[].class));
    }
}
