package dev.qiao.channel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.channel.DeliverySql.Order;
import dev.qiao.feedback.survey.SurveyFacts.SurveySent;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.People;
import dev.qiao.people.PersonFacts.PersonInvited;
import dev.qiao.people.PersonFacts.ResetOffered;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns invitations, resets, solutions and surveys into letters, where mail is set up and the person has an address. */
@Component
class MailReader implements Reader {
    /** Whoever has more solved in a day reads of the others in the inbox. */
    static final int MOST_A_DAY = 10;

    private static final Set<Source> MACHINES = Set.of(Source.MONITORING, Source.WARNING);

    private final DeliverySql sql;
    private final People people;
    private final Tickets tickets;
    private final Post post;

    MailReader(DeliverySql sql, People people, Tickets tickets, Post post) {
        this.sql = sql;
        this.people = people;
        this.tickets = tickets;
        this.post = post;
    }

    @Override
    public String name() {
        return "channel.mail";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live()
                && post.open()
                && (entry.is(PersonInvited.class)
                        || entry.is(ResetOffered.class)
                        || entry.is(TicketResolved.class)
                        || entry.is(SurveySent.class));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var orders = new ArrayList<>(solved(batch, now));
        for (var entry : batch) {
            if (entry.is(PersonInvited.class)) {
                var invited = entry.as(PersonInvited.class);
                orders.add(new Order(entry.id(), Occasion.INVITATION, invited.personId(), invited.invitationId()));
            } else if (entry.is(ResetOffered.class)) {
                var offered = entry.as(ResetOffered.class);
                orders.add(new Order(entry.id(), Occasion.RESET, offered.personId(), offered.invitationId()));
            } else if (entry.is(SurveySent.class)) {
                var sent = entry.as(SurveySent.class);
                orders.add(new Order(entry.id(), Occasion.SURVEY, sent.person(), sent.sent()));
            }
        }
        var known = people.of(orders.stream().map(Order::person).toList());
        var reachable = orders.stream()
                .filter(o ->
                        known.containsKey(o.person()) && known.get(o.person()).mail() != null)
                .toList();
        return () -> sql.insert(reachable, now);
    }

    private List<Order> solved(List<Recorded> batch, Instant now) {
        var solved = batch.stream()
                .filter(entry -> entry.is(TicketResolved.class)
                        && entry.as(TicketResolved.class).code() != Outcome.CANCELLED)
                .toList();
        if (solved.isEmpty()) return List.of();
        var known = tickets.of(solved.stream().map(Recorded::subject).distinct().toList()).stream()
                .filter(ticket -> !MACHINES.contains(ticket.matter().source()))
                .collect(toMap(Ticket::number, identity()));
        var requesters = known.values().stream()
                .map(ticket -> ticket.matter().requester())
                .distinct()
                .toList();
        var written = sql.written(requesters, Occasion.RESOLVED, now.minus(Duration.ofDays(1)));
        return orders(solved, known, written);
    }

    private static List<Order> orders(List<Recorded> solved, Map<Long, Ticket> known, Map<Long, Long> written) {
        var orders = new ArrayList<Order>();
        for (var entry : solved) {
            var ticket = known.get(entry.subject());
            if (ticket == null || ticket.matter().requester() == entry.actor()) continue;
            long requester = ticket.matter().requester();
            long before = written.getOrDefault(requester, 0L)
                    + orders.stream().filter(o -> o.person() == requester).count();
            if (before < MOST_A_DAY) orders.add(new Order(entry.id(), Occasion.RESOLVED, requester, ticket.number()));
        }
        return orders;
    }
}
