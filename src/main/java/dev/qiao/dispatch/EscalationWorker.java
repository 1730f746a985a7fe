package dev.qiao.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the service manager of what is still owed a while after it was broken. */
@Component
class EscalationWorker implements Worker {
    private static final int MOST = 50;

    private final Db db;
    private final EscalationSql sql;
    private final Tickets tickets;
    private final Escalations escalations;
    private final Journal journal;

    EscalationWorker(Db db, EscalationSql sql, Tickets tickets, Escalations escalations, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.tickets = tickets;
        this.escalations = escalations;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "dispatch.escalations";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var due = sql.due(now, MOST);
            if (!due.isEmpty()) journal.write(entries(due, now));
            return due.size();
        });
    }

    private List<Entry> entries(List<Escalation> due, Instant now) {
        var known = tickets.of(due.stream().map(Escalation::ticket).distinct().toList()).stream()
                .collect(toMap(Ticket::number, identity()));
        var entries = new ArrayList<Entry>();
        for (var step : due) {
            var ticket = known.get(step.ticket());
            if (ticket == null || !step.owed(ticket)) continue;
            for (var person : escalations.managers(ticket)) {
                entries.add(escalations.entry(ticket, step.level(), person, step, now));
            }
        }
        return entries;
    }
}
