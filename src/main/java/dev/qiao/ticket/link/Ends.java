package dev.qiao.ticket.link;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** To which ticket a link leads. */
@Component
class Ends {
    private final Tickets tickets;
    private final Merges merges;

    Ends(Tickets tickets, Merges merges) {
        this.tickets = tickets;
        this.merges = merges;
    }

    /**
     * By the number that a link has: the ticket in which that one goes on, where this person sees it, or else itself. Those of which they
     * see neither are left out, and so is what is restricted to others, even where it goes on in the open.
     */
    Map<Long, Ticket> of(Collection<Long> numbers, Me me) {
        var survivors = merges.survivors(numbers);
        var wanted = new HashSet<>(numbers);
        wanted.addAll(survivors.values());
        var seen = tickets.of(List.copyOf(wanted), me).stream().collect(toMap(Ticket::number, identity()));
        var ends = new HashMap<>(seen);
        ends.keySet().retainAll(numbers);
        var along = merges.along(survivors.keySet());
        tickets.of(List.copyOf(survivors.keySet())).forEach(merged -> {
            var survivor = seen.get(survivors.get(merged.number()));
            boolean hidden = merged.matter().restricted()
                    && !seen.containsKey(merged.number())
                    && !along.contains(merged.number());
            if (survivor != null && !hidden) ends.put(merged.number(), survivor);
        });
        return ends;
    }
}
