package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a ticket answers, as it was asked then, for those who work here. */
@Component
class AnswerPanel implements Panel {
    private final Tickets tickets;
    private final Answers answers;
    private final AnswerViews views;

    AnswerPanel(Tickets tickets, Answers answers, AnswerViews views) {
        this.tickets = tickets;
        this.answers = answers;
        this.views = views;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .findFirst()
                .flatMap(ticket -> answers.of(ticket).map(answered -> {
                    boolean may = tickets.allowed(ticket, me, now).contains(Act.EDIT);
                    var lines = views.lines(ticket, answered, me);
                    return new Fragment(
                            "ticket/form/web/panel",
                            Map.of("number", subject, "version", answered.version(), "facts", lines, "may", may));
                }));
    }
}
