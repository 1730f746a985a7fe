package dev.qiao.feedback.complaint;

import static java.util.Objects.requireNonNull;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintReceived;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.Participants;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Teams;
import dev.qiao.sla.Attributes;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Start;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to complaints: receiving and reading them; what is done about one is in {@link Handling}. */
@Component
public class Complaints {
    /** How the journal, clocks and participants call one. */
    public static final String KIND = "complaint";

    static final int LONGEST = 8_000;
    private static final int MOST = 2_000;
    private static final int STEPS = 500;

    private final Db db;
    private final ComplaintSql sql;
    private final Leaders leaders;
    private final Tickets tickets;
    private final People people;
    private final Organizations organizations;
    private final Teams teams;
    private final Participants participants;
    private final Clocks clocks;
    private final Journal journal;

    Complaints(
            Db db,
            ComplaintSql sql,
            Leaders leaders,
            Tickets tickets,
            People people,
            Organizations organizations,
            Teams teams,
            Participants participants,
            Clocks clocks,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.leaders = leaders;
        this.tickets = tickets;
        this.people = people;
        this.organizations = organizations;
        this.teams = teams;
        this.participants = participants;
        this.clocks = clocks;
        this.journal = journal;
    }

    /**
     * Receives a complaint: its clocks start, and the leader is told. The desk may take one down for somebody. Errors: not found, for a
     * ticket that this person does not see; forbidden, about another's; invalid, naming the field.
     */
    public Complaint open(ComplaintDraft draft, Me me, Instant now) {
        if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
        var ticket = draft.ticket() == null ? null : tickets.find(draft.ticket(), me);
        if (ticket != null && !me.worksHere() && !ticket.matter().asks(me))
            throw Refused.forbidden("feedback.complaint_not_yours");
        return db.transact(() -> receive(whole(draft, ticket, me), ticket, null, me, now));
    }

    /** What nobody settled in time: in the words of the grievance, for the requester of its ticket. */
    public Complaint raise(long ticket, long grievance, String words, Me me, Instant now) {
        var about = tickets.of(List.of(ticket)).getFirst();
        var draft = ComplaintDraft.about(ticket, Complaint.Cause.OTHER, words, "");
        return db.transact(() -> receive(whole(draft, about, Me.QIAO), about, grievance, me, now));
    }

    private ComplaintDraft whole(ComplaintDraft draft, @Nullable Ticket ticket, Me me) {
        var wrong = new Objections();
        wrong.read(() -> {
            if (draft.cause() == null) throw Refused.invalid("cause", "feedback.complaint_cause_missing");
            return draft.cause();
        });
        var title = wrong.read(() -> Texts.title("title", draft.title()));
        var words = wrong.read(() -> draft.words().isBlank() ? "" : Texts.words("words", draft.words(), LONGEST));
        wrong.read(() -> known(draft.complainer(), "complainer"));
        wrong.read(() -> known(draft.against(), "against"));
        wrong.read(() -> {
            if (draft.team() != null && teams.find(draft.team()).isEmpty())
                throw Refused.invalid("team", "feedback.no_team");
            return draft.team();
        });
        wrong.raise();
        boolean desk = me.worksHere();
        var team = draft.team() != null || ticket == null
                ? draft.team()
                : ticket.place().team();
        var against = draft.against() != null || ticket == null ? draft.against() : last(ticket);
        long complainer = desk && draft.complainer() != null
                ? draft.complainer()
                : desk && ticket != null ? ticket.matter().requester() : me.id();
        return new ComplaintDraft(
                draft.ticket(), complainer, team, against, draft.cause(), requireNonNull(title), requireNonNull(words));
    }

    private @Nullable Long known(@Nullable Long person, String field) {
        if (person != null && people.find(person).isEmpty()) throw Refused.invalid(field, "feedback.no_person");
        return person;
    }

    private static @Nullable Long last(Ticket ticket) {
        var owner = ticket.stage().owner();
        return owner == null ? ticket.place().person() : owner;
    }

    private Complaint receive(
            ComplaintDraft draft, @Nullable Ticket ticket, @Nullable Long grievance, Me me, Instant now) {
        long complainer = requireNonNull(draft.complainer());
        var organization = ticket != null
                ? Optional.ofNullable(ticket.matter().organization())
                : people.find(complainer).map(Person::organization).filter(id -> id != 0);
        boolean vip = organization
                .flatMap(organizations::find)
                .filter(Organization::vip)
                .isPresent();
        long number = sql.insert(draft, complainer, organization.orElse(null), now);
        var told = leaders.of(draft.team(), draft.against(), complainer, ticket);
        told.forEach(leader -> participants.add(KIND, number, leader, "leader", now));
        var attributes = new Attributes(null, organization.orElse(null), vip, KIND, vip ? "urgent" : "important");
        clocks.start(List.of(new Start(KIND, number, attributes, now, me.origin())));
        var facts = new ComplaintReceived(draft.ticket(), requireNonNull(draft.cause()), told, grievance);
        journal.write(new Entry(now, me.origin(), KIND, number, 1, me.id(), Audience.INTERNAL, facts));
        return sql.find(number).orElseThrow();
    }

    /** Errors: not found, also for who may not see it, above all who is complained of. */
    public Complaint find(long number, Me me) {
        return sql.find(number)
                .flatMap(c -> leaders.seen(List.of(c), me).stream().findFirst())
                .orElseThrow(Complaints::unknown);
    }

    /** Received in between, newest first, as far as this person may see them; for who works here. */
    public List<Complaint> received(Instant from, Instant to, Me me) {
        return me.worksHere() ? leaders.seen(sql.received(from, to, MOST), me) : List.of();
    }

    /** What is owed, the oldest first. */
    public List<Complaint> open(Me me) {
        return me.worksHere() ? leaders.seen(sql.open(MOST), me) : List.of();
    }

    /** This person's own, newest first. */
    public List<Complaint> mine(Me me) {
        return sql.ofComplainer(me.id(), 100);
    }

    /** The same, one of them. Errors: not found, also for another's. */
    public Complaint mine(long number, Me me) {
        return sql.find(number).filter(c -> c.complainer() == me.id()).orElseThrow(Complaints::unknown);
    }

    /** Of a ticket that this person sees. */
    public List<Complaint> about(long ticket, Me me) {
        return leaders.seen(sql.ofTicket(ticket, 100), me);
    }

    /** In order; whoever complained reads what was said to them alone. */
    public List<Step> steps(Complaint complaint, Me me) {
        boolean inside = me.worksHere() && complaint.complainer() != me.id();
        return sql.steps(complaint.number(), STEPS).stream()
                .filter(step -> inside || step.kind().told)
                .toList();
    }

    /** How the promises stand: the first answer, and the final one. */
    public Map<Long, List<Clock>> clocks(Collection<Complaint> complaints) {
        return clocks.of(KIND, complaints.stream().map(Complaint::number).toList());
    }

    /** Who has to act on it: its handler, else the leaders who were told; whoever asks. */
    public List<Long> hands(long number) {
        return sql.find(number)
                .map(c -> c.handler() == null
                        ? participants.of(KIND, number).stream()
                                .map(Participants.Participant::person)
                                .distinct()
                                .toList()
                        : List.of(c.handler()))
                .orElse(List.of());
    }

    static Refused unknown() {
        return Refused.notFound("feedback.no_complaint");
    }
}
