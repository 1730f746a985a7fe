package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.ticket.HelpPages;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rating beside a ticket, and on the requester's pages the question for it. */
@Component
class RatingPanel implements Panel {
    private final RateViews views;

    RatingPanel(RateViews views) {
        this.views = views;
    }

    @Override
    public int place() {
        return 300;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        return switch (kind) {
            case Tickets.KIND ->
                views.of(subject, me, now)
                        .flatMap(view -> Optional.ofNullable(view.rating()))
                        .map(rating -> new Fragment("feedback/web/panel", Map.of("rating", rating)));
            case HelpPages.TICKET ->
                views.of(subject, me, now).map(view -> new Fragment("feedback/web/rate", Map.of("rate", view)));
            case HelpPages.HOME -> {
                var waiting = views.waiting(me, now);
                yield waiting.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Fragment("feedback/web/waiting", Map.of("waiting", waiting)));
            }
            default -> Optional.empty();
        };
    }
}
