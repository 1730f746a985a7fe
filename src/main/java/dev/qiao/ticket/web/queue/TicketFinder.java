package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tickets for the command palette: by their number, else by words. */
@Component
class TicketFinder implements Finder {
    private static final int MOST = 6;

    private final Queue queue;
    private final Tickets tickets;

    TicketFinder(Queue queue, Tickets tickets) {
        this.queue = queue;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public String head() {
        return "ticket.tickets";
    }

    @Override
    public List<Found> find(String typed, Page page) {
        if (typed.isEmpty()) return List.of();
        var found = new LinkedHashMap<Long, Ticket>();
        if (typed.matches("\\d{1,18}")) {
            tickets.of(List.of(Long.valueOf(typed)), page.reader()).forEach(t -> found.put(t.number(), t));
        }
        queue.list(Filter.of(View.ALL).words(typed), null, MOST, page.reader(), page.now())
                .items()
                .forEach(t -> found.putIfAbsent(t.number(), t));
        return found.values().stream()
                .limit(MOST)
                .map(t -> new Found(
                        t.number() + " " + t.matter().title(),
                        page.t("ticket.stage." + t.stage().name().code()),
                        "inbox",
                        "/tickets/" + t.number()))
                .toList();
    }
}
