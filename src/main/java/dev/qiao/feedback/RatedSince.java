package dev.qiao.feedback;

import dev.qiao.base.Refused;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.undo.Answered;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stars are given to a solution: with stars it stays, and whoever finds it wrong opens the ticket again. */
@Component
class RatedSince implements Answered {
    private final RatingSql sql;

    RatedSince(RatingSql sql) {
        this.sql = sql;
    }

    @Override
    public void check(Ticket resolved) {
        var at = resolved.times().resolvedAt();
        if (at == null) return;
        sql.of(List.of(resolved.number())).stream()
                .filter(rating -> !rating.at().isBefore(at))
                .forEach(rating -> {
                    throw Refused.conflict("feedback.rated_since", rating.number());
                });
    }
}
