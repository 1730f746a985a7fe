package dev.qiao.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.dispatch.ClockFact.ClockBreached;
import dev.qiao.dispatch.ClockFact.ClockWarned;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whom it concerns that a promise is in danger or broken; an imported breach is history and tells nobody. */
@Component
class EscalationReader implements Reader {
    private final Tickets tickets;
    private final Teams teams;
    private final RuleSql rules;
    private final EscalationSql sql;
    private final Escalations escalations;
    private final Journal journal;

    EscalationReader(
            Tickets tickets, Teams teams, RuleSql rules, EscalationSql sql, Escalations escalations, Journal journal) {
        this.tickets = tickets;
        this.teams = teams;
        this.rules = rules;
        this.sql = sql;
        this.escalations = escalations;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "dispatch.escalation";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live()
                && entry.kind().equals(Tickets.KIND)
                && (entry.is(ClockWarned.class) || entry.is(ClockBreached.class));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var known = tickets.of(batch.stream().map(Recorded::subject).distinct().toList()).stream()
                .collect(toMap(Ticket::number, identity()));
        var leads = teams.of(known.values().stream()
                .map(t -> t.place().team())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var policy = rules.policy();
        var steps = new ArrayList<Escalation>();
        for (var entry : batch) {
            var ticket = known.get(entry.subject());
            if (ticket != null && ticket.stage().open()) {
                steps.addAll(Escalation.of(ticket, fact(entry), lead(ticket, leads), policy, now));
            }
        }
        return () -> journal.write(entries(sql.once(steps), known, now));
    }

    private List<Entry> entries(List<Escalation> steps, Map<Long, Ticket> known, Instant now) {
        var entries = new ArrayList<Entry>();
        for (var step : steps) {
            var ticket = Objects.requireNonNull(known.get(step.ticket()));
            if (step.person() != null) entries.add(escalations.entry(ticket, step.level(), step.person(), step, now));
        }
        return entries;
    }

    private static ClockFact fact(Recorded entry) {
        return entry.is(ClockWarned.class) ? entry.as(ClockWarned.class) : entry.as(ClockBreached.class);
    }

    private static @Nullable Long lead(Ticket ticket, Map<Long, Team> teams) {
        var team =
                ticket.place().team() == null ? null : teams.get(ticket.place().team());
        return team == null ? null : team.leadId();
    }
}
