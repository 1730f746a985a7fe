package dev.qiao.feedback.survey;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.feedback.survey.SentSql.Wanted;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Chooses whom to ask after a ticket is closed; nobody about one that is restricted. */
@Component
class SurveyReader implements Reader {
    private static final Set<Source> MACHINES = Set.of(Source.MONITORING, Source.WARNING);

    private final Surveys surveys;
    private final SentSql sent;
    private final Tickets tickets;

    SurveyReader(Surveys surveys, SentSql sent, Tickets tickets) {
        this.surveys = surveys;
        this.sent = sent;
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "feedback.surveys";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && entry.kind().equals(Tickets.KIND) && entry.is(TicketClosed.class);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var active = surveys.active();
        if (active.isEmpty()) return () -> {};
        var numbers = batch.stream().map(Recorded::subject).distinct().toList();
        var known = tickets.of(numbers).stream().collect(toMap(Ticket::number, identity()));
        var people = known.values().stream()
                .map(t -> t.matter().requester())
                .distinct()
                .toList();
        var asked = new HashSet<>(sent.asked(people, now.minus(Surveys.PEACE)));
        var wanted = new ArrayList<Wanted>();
        for (long number : numbers) {
            var ticket = known.get(number);
            if (ticket == null || !counts(ticket)) continue;
            chosen(active, ticket)
                    .filter(_ -> asked.add(ticket.matter().requester()))
                    .ifPresent(survey -> wanted.add(new Wanted(
                            survey.id(),
                            ticket.matter().requester(),
                            number,
                            "",
                            ticket.matter().organization(),
                            ticket.place().team(),
                            ticket.matter().service(),
                            ticket.stage().owner())));
        }
        return () -> surveys.send(wanted, now);
    }

    private static boolean counts(Ticket ticket) {
        return ticket.stage() instanceof Stage.Closed closed
                && closed.resolution().code() != Outcome.CANCELLED
                && !ticket.matter().restricted()
                && !MACHINES.contains(ticket.matter().source());
    }

    /** What is for VIPs comes first. */
    private static Optional<Survey> chosen(List<Survey> active, Ticket ticket) {
        boolean vip = ticket.matter().vip() && ticket.matter().kind() == Kind.INCIDENT;
        return active.stream()
                .filter(s -> s.when() == When.VIP_INCIDENT && vip)
                .findFirst()
                .or(() -> active.stream().filter(s -> s.when() == When.CLOSED).findFirst())
                .filter(s -> drawn(s, ticket.number(), s.percent()));
    }

    /** The same number is drawn or not however often it is looked at. */
    static boolean drawn(Survey survey, long number, int percent) {
        long mixed = (number * 31 + survey.id()) * 0x9E3779B97F4A7C15L;
        return Math.floorMod(Long.hashCode(mixed), 100) < percent;
    }
}
