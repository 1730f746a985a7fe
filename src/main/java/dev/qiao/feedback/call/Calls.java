package dev.qiao.feedback.call;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Calendars;
import dev.qiao.feedback.call.Call.Result;
import dev.qiao.feedback.grievance.Grievances;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to follow-up calls. Everybody who works here may make those that are about tickets they see. */
@Component
public class Calls {
    private static final String CALENDAR = "cn-work";
    /** Whoever could not be reached is tried again a working day later. */
    private static final Duration AGAIN = Duration.ofHours(8);

    private static final Duration LATEST = Duration.ofDays(90);
    private static final int MOST = 1_000;
    private static final int LINE = 200;

    private final Db db;
    private final CallSql sql;
    private final Tickets tickets;
    private final Grievances grievances;
    private final Calendars calendars;
    private final Journal journal;

    Calls(Db db, CallSql sql, Tickets tickets, Grievances grievances, Calendars calendars, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.tickets = tickets;
        this.grievances = grievances;
        this.calendars = calendars;
        this.journal = journal;
    }

    /** To be made now, the most urgent first, as far as this person sees their tickets. */
    public List<Call> due(Me me, Instant now) {
        return me.may(Permission.TICKET_WORK) ? seen(sql.due(now, MOST), me) : List.of();
    }

    /** Made since then, newest first, as far as this person sees their tickets. */
    public List<Call> done(Instant from, Me me) {
        return me.may(Permission.TICKET_WORK) ? seen(sql.done(from, MOST), me) : List.of();
    }

    /**
     * Records that somebody was reached. Whoever is dissatisfied and says why has a grievance with that. Errors: conflict, when it was
     * made already.
     */
    public Call reached(long id, boolean satisfied, @Nullable String words, Me me, Instant now) {
        var said = words(words);
        return db.transact(() -> {
            var call = waiting(id, me);
            var result = satisfied ? Result.SATISFIED : Result.DISSATISFIED;
            sql.put(id, call.attempts(), call.dueAt(), result, said, me.id(), now);
            if (!satisfied && !said.isEmpty()) grievances.note(call.ticket(), line(said), me, now);
            write(call, result, me, now);
            return sql.lock(id).orElseThrow();
        });
    }

    /** Records a call that somebody made of their own accord; one that waits for the same ticket is done with that. */
    public void made(long ticket, boolean satisfied, @Nullable String words, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var about = tickets.find(ticket, me);
        var said = words(words);
        var result = satisfied ? Result.SATISFIED : Result.DISSATISFIED;
        db.transact(() -> {
            if (!sql.finish(ticket, result, said, me.id(), now))
                sql.made(ticket, about.matter().requester(), result, said, me.id(), now);
            journal.write(new Entry(
                    now, me.origin(), Tickets.KIND, ticket, 0, me.id(), Audience.INTERNAL, new TicketCalled(result)));
        });
    }

    /**
     * Records that nobody answered: it comes again a working day later, or then; after three times it is over.
     *
     * @param again null: a working day later
     */
    public Call missed(long id, @Nullable Instant again, @Nullable String words, Me me, Instant now) {
        var said = words(words);
        if (again != null && (!again.isAfter(now) || again.isAfter(now.plus(LATEST))))
            throw Refused.invalid("again", "feedback.call_again_range", LATEST.toDays());
        return db.transact(() -> {
            var call = waiting(id, me);
            int attempts = call.attempts() + 1;
            boolean over = attempts >= Call.MOST_ATTEMPTS && again == null;
            var due = again != null ? again : calendars.byCode(CALENDAR).add(now, AGAIN);
            sql.put(id, attempts, due, over ? Result.UNREACHABLE : null, said, me.id(), now);
            if (over) write(call, Result.UNREACHABLE, me, now);
            return sql.lock(id).orElseThrow();
        });
    }

    private Call waiting(long id, Me me) {
        me.must(Permission.TICKET_WORK);
        var call = sql.lock(id).orElseThrow(Calls::unknown);
        if (seen(List.of(call), me).isEmpty()) throw unknown();
        if (call.result() != null) throw Refused.conflict("feedback.call_made");
        return call;
    }

    private List<Call> seen(List<Call> calls, Me me) {
        var open = tickets.of(calls.stream().map(Call::ticket).distinct().toList(), me).stream()
                .map(Ticket::number)
                .collect(toSet());
        return calls.stream().filter(call -> open.contains(call.ticket())).toList();
    }

    private void write(Call call, Result result, Me me, Instant now) {
        journal.write(new Entry(
                now,
                me.origin(),
                Tickets.KIND,
                call.ticket(),
                0,
                me.id(),
                Audience.INTERNAL,
                new TicketCalled(result)));
    }

    private static String words(@Nullable String words) {
        return words == null || words.isBlank() ? "" : Texts.words("words", words, Texts.REASON);
    }

    /** As much of it as fits in one line. */
    private static String line(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE - 1)) + "…";
    }

    private static Refused unknown() {
        return Refused.notFound("feedback.no_call");
    }
}
