package dev.qiao.ticket.similar.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A place beside a ticket for what is nearly the same; it is looked for when the page stands. */
@Component
class SimilarPanel implements Panel {
    @Override
    public int place() {
        return 90;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        return kind.equals(Tickets.KIND) && me.may(Permission.TICKET_WORK)
                ? Optional.of(new Fragment("ticket/similar/web/panel", Map.of("number", subject)))
                : Optional.empty();
    }
}
