package dev.qiao.feedback.grievance;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Calendars;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.grievance.GrievanceFacts.TicketAppeased;
import dev.qiao.feedback.grievance.GrievanceFacts.TicketGrieved;
import dev.qiao.feedback.practice.Practices;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to grievances. */
@Component
public class Grievances {
    private static final String CALENDAR = "cn-work";
    private static final int MOST = 50;
    private static final int MOST_OPEN = 10;

    private final Db db;
    private final GrievanceSql sql;
    private final Tickets tickets;
    private final Complaints complaints;
    private final Practices practices;
    private final Calendars calendars;
    private final Journal journal;

    Grievances(
            Db db,
            GrievanceSql sql,
            Tickets tickets,
            Complaints complaints,
            Practices practices,
            Calendars calendars,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.tickets = tickets;
        this.complaints = complaints;
        this.practices = practices;
        this.calendars = calendars;
        this.journal = journal;
    }

    /** Notes one line, by whoever asked for the ticket or works here. Errors: not found; forbidden to others; ten are open already. */
    public long note(long ticket, @Nullable String words, Me me, Instant now) {
        var about = tickets.find(ticket, me);
        if (!me.may(Permission.TICKET_WORK) && !about.matter().asks(me))
            throw Refused.forbidden("feedback.complaint_not_yours");
        if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
        var line = Texts.title("words", words);
        var due = calendars
                .byCode(CALENDAR)
                .add(now, Duration.ofHours(practices.current().hours()));
        return db.transact(() -> {
            tickets.held(ticket, me);
            var open =
                    sql.ofTicket(ticket, MOST).stream().filter(Grievance::open).count();
            if (open >= MOST_OPEN) throw Refused.conflict("feedback.grievances_enough", MOST_OPEN);
            long id = sql.insert(ticket, line, me.id(), due, now);
            write(ticket, new TicketGrieved(id), me, now);
            return id;
        });
    }

    /** Of a ticket, newest first: all of them for the desk, their own for who asked for it. Errors: not found. */
    public List<Grievance> of(long ticket, Me me) {
        tickets.find(ticket, me);
        return sql.ofTicket(ticket, MOST).stream()
                .filter(grievance -> me.worksHere() || grievance.by() == me.id())
                .toList();
    }

    /** Says how it was put right. Errors: conflict when it is settled, or a complaint by now. */
    public void settle(long id, @Nullable String words, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var said = Texts.words("words", words, Texts.REASON);
        db.transact(() -> {
            var grievance = open(id, me);
            sql.settle(id, said, me.id(), now);
            write(grievance.ticket(), new TicketAppeased(id), me, now);
        });
    }

    /** Makes it formal before its time, by whoever may complain about the ticket. */
    public Complaint raise(long id, Me me, Instant now) {
        return db.transact(() -> {
            var grievance = open(id, me);
            if (!me.may(Permission.TICKET_WORK) && grievance.by() != me.id()) throw unknown();
            return raised(grievance, me, now);
        });
    }

    /** Those that nobody settled in time; returns how many became complaints. */
    int raiseDue(Instant now, int most) {
        return db.transact(() -> {
            var due = sql.due(now, most);
            due.forEach(grievance -> raised(grievance, Me.QIAO, now));
            return due.size();
        });
    }

    private Complaint raised(Grievance grievance, Me me, Instant now) {
        var complaint = complaints.raise(grievance.ticket(), grievance.id(), grievance.words(), me, now);
        sql.became(grievance.id(), complaint.number());
        return complaint;
    }

    private Grievance open(long id, Me me) {
        var grievance = sql.lock(id).orElseThrow(Grievances::unknown);
        tickets.find(grievance.ticket(), me);
        if (!grievance.open()) throw Refused.conflict("feedback.grievance_over");
        return grievance;
    }

    private void write(long ticket, Facts facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), Tickets.KIND, ticket, 0, me.id(), Audience.INTERNAL, facts));
    }

    private static Refused unknown() {
        return Refused.notFound("feedback.no_grievance");
    }
}
