package dev.qiao.ticket.merge;

import dev.qiao.base.Gate;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What goes on in another ticket takes no further acts of its own; the refusal says where to go. Qiao's own timers may end it. */
@Component
class MergedGate implements Gate {
    private final MergeSql sql;

    MergedGate(MergeSql sql) {
        this.sql = sql;
    }

    @Override
    public void pass(String kind, long subject, String act, Me me, Instant now) {
        if (me.machine() || !kind.equals(Tickets.KIND)) return;
        sql.find(subject).ifPresent(merge -> {
            throw Refused.conflict("ticket.merge.goes_on_in", subject, merge.into());
        });
    }

    @Override
    public Set<Long> shut(String kind, Collection<Long> subjects) {
        return kind.equals(Tickets.KIND) ? sql.into(subjects).keySet() : Set.of();
    }
}
