package dev.qiao.feedback.complaint;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintAnswered;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintConcluded;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintGiven;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintJudged;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintNoted;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.people.Rights;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Metric;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done about a complaint: by one handler, who is not complained of, up to the written answer. */
@Component
public class Handling {
    private final Db db;
    private final ComplaintSql sql;
    private final Complaints complaints;
    private final Tickets tickets;
    private final Rights rights;
    private final Clocks clocks;
    private final Journal journal;

    Handling(
            Db db,
            ComplaintSql sql,
            Complaints complaints,
            Tickets tickets,
            Rights rights,
            Clocks clocks,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.complaints = complaints;
        this.tickets = tickets;
        this.rights = rights;
        this.clocks = clocks;
        this.journal = journal;
    }

    /**
     * Takes it on, or gives it to a colleague, which needs {@link Permission#TICKET_DISPATCH}. Errors: conflict, for who is complained
     * of, complained, or worked on the ticket; invalid, for who does not work here or may not see the ticket.
     */
    public void give(long number, long handler, Me me, Instant now) {
        if (handler != me.id()) me.must(Permission.TICKET_DISPATCH);
        me.must(Permission.TICKET_WORK);
        on(
                number,
                me,
                complaint -> {
                    if (!complaint.open()) throw Refused.conflict("feedback.complaint_over");
                    independent(complaint, handler);
                    if (Objects.equals(complaint.handler(), handler)) return complaint;
                    sql.step(number, Step.Kind.HANDLER, "", me.id(), handler, now);
                    write(complaint, new ComplaintGiven(handler, complaint.handler()), Audience.INTERNAL, me, now);
                    return with(
                            complaint,
                            handler,
                            complaint.answeredAt(),
                            complaint.concludedAt(),
                            complaint.result(),
                            null);
                },
                now);
    }

    /** Notes what was found out, for the desk alone. */
    public void note(long number, @Nullable String words, Me me, Instant now) {
        var said = Texts.words("words", words, Complaints.LONGEST);
        on(
                number,
                me,
                complaint -> {
                    handles(complaint, me);
                    sql.step(number, Step.Kind.NOTE, said, me.id(), null, now);
                    write(complaint, new ComplaintNoted(), Audience.INTERNAL, me, now);
                    return complaint;
                },
                now);
    }

    /** The first answer; the complainer reads it. A later one is read too, and stops no clock again. */
    public void answer(long number, @Nullable String words, Me me, Instant now) {
        var said = Texts.words("words", words, Complaints.LONGEST);
        on(
                number,
                me,
                complaint -> {
                    handles(complaint, me);
                    sql.step(number, Step.Kind.FIRST_ANSWER, said, me.id(), null, now);
                    clocks.stop(Complaints.KIND, number, Metric.RESPONSE, now);
                    write(complaint, new ComplaintAnswered(complaint.complainer()), Audience.PUBLIC, me, now);
                    var first = complaint.answeredAt() == null ? now : complaint.answeredAt();
                    return with(complaint, complaint.handler(), first, null, null, null);
                },
                now);
    }

    /** The final answer, in writing, with what the inquiry came to. */
    public void conclude(long number, @Nullable Result result, @Nullable String words, Me me, Instant now) {
        if (result == null) throw Refused.invalid("result", "feedback.complaint_result_missing");
        var said = Texts.words("words", words, Complaints.LONGEST);
        on(
                number,
                me,
                complaint -> {
                    handles(complaint, me);
                    sql.step(number, Step.Kind.FINAL_ANSWER, said, me.id(), null, now);
                    clocks.stop(Complaints.KIND, number, Metric.RESPONSE, now);
                    clocks.stop(Complaints.KIND, number, Metric.RESOLUTION, now);
                    write(complaint, new ComplaintConcluded(complaint.complainer(), result), Audience.PUBLIC, me, now);
                    var first = complaint.answeredAt() == null ? now : complaint.answeredAt();
                    return with(complaint, complaint.handler(), first, now, result, null);
                },
                now);
    }

    /** Whether the answer satisfies: said by the complainer, or taken down by somebody at the desk who did not write it. */
    public void judge(long number, boolean satisfied, @Nullable String words, Me me, Instant now) {
        var said = words == null || words.isBlank() ? "" : Texts.words("words", words, Complaints.LONGEST);
        on(
                number,
                me,
                complaint -> {
                    if (complaint.open()) throw Refused.conflict("feedback.complaint_not_concluded");
                    boolean own = complaint.complainer() == me.id();
                    if (!own && Objects.equals(complaint.handler(), me.id()))
                        throw Refused.forbidden("feedback.complaint_own_answer");
                    if (complaint.satisfied() != null) throw Refused.conflict("feedback.complaint_judged");
                    var kind = satisfied ? Step.Kind.SATISFIED : Step.Kind.DISSATISFIED;
                    sql.step(number, kind, said, me.id(), null, now);
                    write(complaint, new ComplaintJudged(satisfied, complaint.handler()), Audience.PUBLIC, me, now);
                    return with(
                            complaint,
                            complaint.handler(),
                            complaint.answeredAt(),
                            complaint.concludedAt(),
                            complaint.result(),
                            satisfied);
                },
                now);
    }

    /** Whether this person could take it on. */
    public boolean mayTake(Complaint complaint, Me me) {
        try {
            me.must(Permission.TICKET_WORK);
            independent(complaint, me.id());
            return complaint.open();
        } catch (Refused _) {
            return false;
        }
    }

    private void on(long number, Me me, UnaryOperator<Complaint> act, Instant now) {
        complaints.find(number, me);
        db.transact(() -> {
            var complaint = sql.lock(number).orElseThrow(Complaints::unknown);
            sql.update(act.apply(complaint), now);
        });
    }

    private void independent(Complaint complaint, long handler) {
        var whose = rights.of(handler).filter(Me::worksHere);
        if (whose.isEmpty()) throw Refused.invalid("handler", "feedback.complaint_no_handler");
        if (Objects.equals(complaint.against(), handler) || complaint.complainer() == handler)
            throw Refused.conflict("feedback.complaint_not_independent");
        if (complaint.ticket() == null) return;
        var ticket = tickets.of(List.of(complaint.ticket())).getFirst();
        if (worked(ticket, handler)) throw Refused.conflict("feedback.complaint_not_independent");
        if (ticket.matter().restricted()
                && tickets.of(List.of(ticket.number()), whose.get()).isEmpty())
            throw Refused.invalid("handler", "feedback.complaint_no_handler");
    }

    private static boolean worked(Ticket ticket, long person) {
        return Objects.equals(ticket.stage().owner(), person)
                || Objects.equals(ticket.place().person(), person);
    }

    private static void handles(Complaint complaint, Me me) {
        if (!complaint.open()) throw Refused.conflict("feedback.complaint_over");
        if (!Objects.equals(complaint.handler(), me.id())) throw Refused.forbidden("feedback.complaint_take_first");
    }

    private void write(Complaint complaint, Facts facts, Audience audience, Me me, Instant now) {
        journal.write(new Entry(
                now,
                me.origin(),
                Complaints.KIND,
                complaint.number(),
                complaint.version() + 1,
                me.id(),
                audience,
                facts));
    }

    private static Complaint with(
            Complaint c,
            @Nullable Long handler,
            @Nullable Instant answeredAt,
            @Nullable Instant concludedAt,
            @Nullable Result result,
            @Nullable Boolean satisfied) {
        return new Complaint(
                c.number(),
                c.ticket(),
                c.complainer(),
                c.organization(),
                c.team(),
                c.against(),
                c.cause(),
                c.title(),
                c.words(),
                handler,
                c.receivedAt(),
                answeredAt,
                concludedAt,
                result,
                satisfied,
                c.version());
    }
}
