package dev.qiao.channel.hook;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.channel.hook.HookMessageSql.Order;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns what happens to tickets now into messages for webhooks, as far as the maker of each may see it. */
@Component
class HookReader implements Reader {
    private final HookSql hooks;
    private final HookMessageSql messages;
    private final Tickets tickets;
    private final Rights rights;
    private final HookBody body;
    private final Workers workers;

    HookReader(HookSql hooks, HookMessageSql messages, Tickets tickets, Rights rights, HookBody body, Workers workers) {
        this.hooks = hooks;
        this.messages = messages;
        this.tickets = tickets;
        this.rights = rights;
        this.body = body;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "channel.hooks";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && entry.kind().equals(Tickets.KIND) && HookEvent.ALL.contains(entry.act());
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var listening = hooks.all().stream().filter(Hook::listens).toList();
        if (listening.isEmpty()) return () -> {};
        var numbers = batch.stream().map(Recorded::subject).distinct().toList();
        var known = tickets.of(numbers).stream().collect(toMap(Ticket::number, identity()));
        var orders = new ArrayList<Order>();
        for (var hook : listening) {
            var maker = rights.of(hook.maker());
            if (maker.isEmpty()) continue;
            for (var entry : batch) {
                var ticket = known.get(entry.subject());
                if (ticket != null && hook.draft().events().contains(entry.act()) && sees(maker.get(), entry, ticket))
                    orders.add(new Order(hook.id(), entry.id(), entry.act(), entry.subject(), body.of(entry, ticket)));
            }
        }
        return () -> {
            messages.insert(orders, now);
            workers.wake();
        };
    }

    private static boolean sees(Me maker, Recorded entry, Ticket ticket) {
        return ticket.seenBy(maker, false) && (maker.worksHere() || entry.audience() == Audience.PUBLIC);
    }
}
