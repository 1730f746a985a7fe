package dev.qiao.ticket;

import static java.util.Objects.requireNonNull;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Organizations;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.Edit;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketUnwatched;
import dev.qiao.ticket.TicketFact.TicketWatched;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what a ticket says of itself, and to who watches it. */
@Component
public class Editing {
    /**
     * A ticket's matter and weight as somebody wants them.
     *
     * @param priority what was chosen by hand; null: what the matrix says
     * @param reason why the priority differs from the matrix
     */
    public record Wanted(
            Matter matter,
            Level impact,
            Level urgency,
            @Nullable Priority priority,
            @Nullable String reason) {
        /** As it is now. */
        public static Wanted of(Ticket ticket) {
            var w = ticket.weight();
            return new Wanted(
                    ticket.matter(), w.impact(), w.urgency(), w.reason() == null ? null : w.priority(), w.reason());
        }
    }

    private final Acting acting;
    private final Drafting drafting;
    private final TicketSql sql;
    private final People people;
    private final Organizations organizations;
    private final Participants participants;

    Editing(
            Acting acting,
            Drafting drafting,
            TicketSql sql,
            People people,
            Organizations organizations,
            Participants participants) {
        this.acting = acting;
        this.drafting = drafting;
        this.sql = sql;
        this.people = people;
        this.organizations = organizations;
        this.participants = participants;
    }

    /**
     * Changes fields. The change is a function of the ticket as it stands, so that edits of different fields do not meet.
     * Errors: invalid, naming the field; stale when {@code seen} is not the version.
     */
    public Ticket edit(long number, @Nullable Integer seen, UnaryOperator<Wanted> change, Me me, Instant now) {
        return acting.on(number, Act.EDIT, seen, null, me, now, (ticket, at) -> {
            var wanted = change.apply(Wanted.of(ticket));
            var matter = checked(ticket, wanted.matter(), me, at);
            var weight = weighed(ticket, matter, wanted);
            var edits = edits(ticket, matter, weight);
            if (edits.isEmpty()) return Done.of(ticket, Audience.INTERNAL, new TicketEdited(edits));
            sql.learn(number, Audience.PUBLIC, Opening.words(matter));
            if (matter.restricted() && !ticket.matter().restricted()) name(ticket, me, at);
            if (matter.requester() != ticket.matter().requester()) reported(ticket, matter, at);
            return Done.of(ticket.about(matter, weight, at), Audience.INTERNAL, new TicketEdited(edits));
        });
    }

    /**
     * Restricts or opens a ticket that goes on in another one, which bars every other edit. Twice is harmless. Errors: forbidden; stale
     * when {@code seen} is not the version.
     */
    public Ticket restrict(long number, @Nullable Integer seen, boolean restricted, Me me, Instant now) {
        return acting.also(number, me, now, (ticket, at) -> {
            if (seen != null && ticket.version() != seen) throw Refused.stale("ticket.changed_meanwhile", number);
            acting.check(Act.EDIT, ticket, me);
            me.must(Permission.TICKET_RESTRICT);
            return restricted(ticket, restricted, me, at);
        });
    }

    /** The same because of what was done to the ticket in which it goes on: without a right of its own, in the transaction of that act. */
    public void restrictAlong(long number, boolean restricted, Me me, Instant now) {
        acting.after(number, me, now, (ticket, at) -> restricted(ticket, restricted, me, at));
    }

    private Done restricted(Ticket ticket, boolean restricted, Me me, Instant at) {
        var matter = ticket.matter().restricted(restricted);
        var edits = edits(ticket, matter, ticket.weight());
        if (edits.isEmpty()) return Done.of(ticket, Audience.INTERNAL, new TicketEdited(edits));
        if (restricted) name(ticket, me, at);
        return Done.of(ticket.about(matter, ticket.weight(), at), Audience.INTERNAL, new TicketEdited(edits));
    }

    /** Whoever works on it and whoever restricts it go on seeing it. */
    private void name(Ticket ticket, Me me, Instant at) {
        if (!me.machine()) participants.add(Tickets.KIND, ticket.number(), me.id(), "named", at);
        var person = ticket.place().person();
        if (person != null) participants.add(Tickets.KIND, ticket.number(), person, "assignee", at);
    }

    /** Who reported their own trouble goes on seeing it when it becomes another's; where it is restricted, once it is open again. */
    private void reported(Ticket before, Matter after, Instant at) {
        if (after.reporter() != before.matter().requester()) return;
        var role = List.of(new Participant(Tickets.KIND, before.number(), after.reporter(), "reported", at));
        if (before.matter().restricted() && after.restricted()) participants.addAside(role);
        else participants.add(role);
    }

    private Matter checked(Ticket ticket, Matter m, Me me, Instant now) {
        var old = ticket.matter();
        if (m.restricted() != old.restricted()) me.must(Permission.TICKET_RESTRICT);
        if (m.requester() != old.requester()
                && people.find(m.requester()).filter(Person::active).isEmpty()) {
            throw Refused.invalid("requester", "ticket.no_person");
        }
        var wrong = new Objections();
        var title = wrong.read(() -> Texts.title("title", m.title()));
        var description = wrong.read(() -> Texts.body("description", m.description()));
        var category = Objects.equals(m.category(), old.category())
                ? m.category()
                : wrong.read(() -> drafting.category(m.category()));
        var service = Objects.equals(m.service(), old.service())
                ? m.service()
                : wrong.read(() -> drafting.service(m.service()));
        var organization = m.organization();
        var vip = Objects.equals(organization, old.organization())
                ? (Boolean) old.vip()
                : wrong.read(() -> vip(organization));
        var started = wrong.read(() -> Times.stated(m.startedAt(), now));
        var tags = wrong.read(() -> Texts.tags(m.tags()));
        wrong.raise();
        return new Matter(
                m.kind(),
                requireNonNull(title),
                requireNonNull(description),
                category,
                service,
                organization,
                m.requester(),
                old.reporter(),
                m.source(),
                started,
                requireNonNull(tags),
                m.restricted(),
                requireNonNull(vip));
    }

    private boolean vip(@Nullable Long organization) {
        return organization != null
                && Drafting.usable(organizations.find(organization).orElse(null))
                        .vip();
    }

    /** By the matrix, unless somebody chose otherwise and said why. */
    private Weight weighed(Ticket ticket, Matter matter, Wanted wanted) {
        var byMatrix = drafting.weight(matter, wanted.impact(), wanted.urgency());
        var chosen = wanted.priority();
        if (chosen == null) return byMatrix;
        if (chosen == byMatrix.priority()) return byMatrix;
        boolean asBefore =
                chosen == ticket.weight().priority() && ticket.weight().reason() != null;
        var reason = wanted.reason() == null || wanted.reason().isBlank()
                ? asBefore ? ticket.weight().reason() : null
                : Texts.words("priorityReason", wanted.reason(), Texts.REASON);
        if (reason == null)
            throw Refused.invalid(
                    "priorityReason",
                    "ticket.reason_for_priority",
                    byMatrix.priority().code());
        return new Weight(wanted.impact(), wanted.urgency(), chosen, reason);
    }

    private static List<Edit> edits(Ticket ticket, Matter m, Weight w) {
        var old = ticket.matter();
        var was = ticket.weight();
        var edits = new ArrayList<Edit>();
        code(edits, "kind", old.kind(), m.kind());
        text(edits, "title", old.title(), m.title());
        text(edits, "description", old.description(), m.description());
        id(edits, "category", old.category(), m.category());
        id(edits, "service", old.service(), m.service());
        id(edits, "organization", old.organization(), m.organization());
        id(edits, "requester", old.requester(), m.requester());
        text(edits, "tags", old.tags().toString(), m.tags().toString());
        id(edits, "startedAt", old.startedAt(), m.startedAt());
        id(edits, "restricted", old.restricted(), m.restricted());
        code(edits, "impact", was.impact(), w.impact());
        code(edits, "urgency", was.urgency(), w.urgency());
        code(edits, "priority", was.priority(), w.priority());
        id(edits, "priorityReason", was.reason(), w.reason());
        return List.copyOf(edits);
    }

    private static void code(List<Edit> edits, String field, Coded before, Coded after) {
        if (!before.equals(after)) edits.add(new Edit(field, before.code(), after.code()));
    }

    private static void id(List<Edit> edits, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            edits.add(new Edit(
                    field, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    private static void text(List<Edit> edits, String field, String before, String after) {
        if (!before.equals(after)) edits.add(new Edit(field, null, null));
    }

    /** Follows the ticket; twice is harmless. */
    public void watch(long number, Me me, Instant now) {
        acting.on(number, Act.WATCHING, null, null, me, now, (ticket, at) -> {
            boolean news = participants.add(Tickets.KIND, number, me.id(), "watcher", at);
            return Done.of(news ? ticket.touched(at) : ticket, Audience.INTERNAL, new TicketWatched(me.id()));
        });
    }

    /** Ends one's watching; without any it is harmless. Errors: not found. */
    public void unwatch(long number, Me me, Instant now) {
        acting.on(number, Act.WATCHING, null, null, me, now, (ticket, at) -> {
            boolean gone = participants.remove(Tickets.KIND, number, me.id(), "watcher");
            return Done.of(gone ? ticket.touched(at) : ticket, Audience.INTERNAL, new TicketUnwatched(me.id()));
        });
    }
}
