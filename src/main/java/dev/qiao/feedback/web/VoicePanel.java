package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.ticket.HelpPages;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where somebody starts: the ways to say what should be better. */
@Component
class VoicePanel implements Panel {
    private final Complaints complaints;

    VoicePanel(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public int place() {
        return 900;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(HelpPages.HOME) || !me.may(Permission.REQUEST)) return Optional.empty();
        long waiting = complaints.mine(me).stream()
                .filter(c -> !c.open() && c.satisfied() == null)
                .count();
        return Optional.of(new Fragment("feedback/web/voice", Map.of("waiting", waiting)));
    }
}
