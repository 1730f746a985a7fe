package dev.qiao.dispatch;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.Decider.Question;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of dispatch: decides who gets a ticket, and tells why somebody got it. */
@Component
public class Dispatch {
    private static final int REMEMBERED = 50;

    private final Db db;
    private final Tickets tickets;
    private final Decider decider;
    private final Placer placer;
    private final DecisionSql decisions;

    Dispatch(Db db, Tickets tickets, Decider decider, Placer placer, DecisionSql decisions) {
        this.db = db;
        this.tickets = tickets;
        this.decider = decider;
        this.placer = placer;
        this.decisions = decisions;
    }

    /**
     * Decides at once, and places; what is of an import or a demonstration is not offered. Empty when the ticket does not wait with
     * nobody, or was placed meanwhile.
     */
    public Optional<Decision> decide(long number, Origin origin, Instant now) {
        var questions = tickets.of(List.of(number)).stream()
                .filter(t -> t.stage() instanceof Stage.Waiting && t.place().person() == null)
                .map(t -> new Question(t, Cause.ASKED))
                .toList();
        var answers = decider.decide(questions, now);
        return db.transact(() -> placer.carry(answers, origin, now)).stream().findFirst();
    }

    /** What was decided about a ticket, newest first. */
    public List<Decision> history(long number) {
        return decisions.of(number, REMEMBERED);
    }
}
