package dev.qiao.dispatch.trial;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes beside a decision what came of it: accepted, handed over to others. */
@Component
class OutcomeReader implements Reader {
    private static final Set<String> FOLLOWED =
            Set.of(Facts.act(TicketAccepted.class), Facts.act(TicketHandedOver.class));

    private final Db db;

    OutcomeReader(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "dispatch.outcomes";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.kind().equals(Tickets.KIND) && entry.origin() != Origin.IMPORT && FOLLOWED.contains(entry.act());
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var accepted = batch.stream().filter(e -> e.is(TicketAccepted.class)).toList();
        var moved = batch.stream().filter(e -> e.is(TicketHandedOver.class)).toList();
        return () -> {
            note(accepted, """
                    update dispatch.decision d set accepted_at = a.at
                    from (select ticket, min(at) as at from unnest(:tickets::bigint[], :ats::timestamptz[]) as u (ticket, at)
                           group by ticket) a
                    where d.accepted_at is null
                      and d.id = (select max(l.id) from dispatch.decision l where l.ticket = a.ticket and l.at <= a.at)
                    """);
            note(moved, """
                    update dispatch.decision d set moved_at = a.at
                    from (select ticket, max(at) as at from unnest(:tickets::bigint[], :ats::timestamptz[]) as u (ticket, at)
                           group by ticket) a
                    where d.ticket = a.ticket and d.rule_id is not null and d.moved_at is null and d.at <= a.at
                    """);
        };
    }

    private void note(List<Recorded> acts, String statement) {
        if (acts.isEmpty()) return;
        db.sql(statement)
                .bind("tickets", column(acts, Recorded::subject))
                .bind("ats", column(acts, Recorded::at))
                .update();
    }
}
