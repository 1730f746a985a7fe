package dev.qiao.ticket.followup.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.followup.FollowUps;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When this ticket comes back to the reader; nobody else sees it. */
@Component
class FollowUpPanel implements Panel {
    private final FollowUps followUps;

    FollowUpPanel(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public int place() {
        return 32;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return followUps
                .of(subject, me)
                .map(f -> new Fragment("ticket/followup/web/panel", Map.of("followUp", f)))
                .or(() -> followUps
                        .removed(subject, me, now)
                        .map(f -> new Fragment("ticket/followup/web/panel", Map.of("removed", f))));
    }
}
