package dev.qiao.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.base.Worker;
import dev.qiao.dispatch.Decider.Question;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks the next person where nobody accepted in time, and at last the lead. */
@Component
class OfferWorker implements Worker {
    private static final int MOST = 20;

    private final Db db;
    private final OfferSql offers;
    private final Tickets tickets;
    private final Decider decider;
    private final Placer placer;

    OfferWorker(Db db, OfferSql offers, Tickets tickets, Decider decider, Placer placer) {
        this.db = db;
        this.offers = offers;
        this.tickets = tickets;
        this.decider = decider;
        this.placer = placer;
    }

    @Override
    public String name() {
        return "dispatch.offers";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var due = offers.due(now, MOST);
            if (!due.isEmpty()) passOn(due, now);
            return due.size();
        });
    }

    private void passOn(List<Offer> due, Instant now) {
        var known = tickets.of(due.stream().map(Offer::ticket).toList()).stream()
                .collect(toMap(Ticket::number, identity()));
        var questions = new ArrayList<Question>();
        for (var offer : due) {
            if (!DispatchReader.holds(offer, known)) continue;
            var ticket = Objects.requireNonNull(known.get(offer.ticket()));
            questions.add(new Question(ticket, Cause.silence(offer.minutes(), offer.asked())));
        }
        offers.withdraw(due.stream()
                .filter(offer -> !DispatchReader.holds(offer, known))
                .toList());
        placer.carry(decider.decide(questions, now), Origin.LIVE, now);
    }
}
