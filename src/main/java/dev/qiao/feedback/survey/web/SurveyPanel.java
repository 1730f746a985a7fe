package dev.qiao.feedback.survey.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.feedback.survey.SurveyLinks;
import dev.qiao.ticket.HelpPages;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits for an answer, where somebody starts: also for those whom no mail reaches. */
@Component
class SurveyPanel implements Panel {
    private final SurveyLinks links;

    SurveyPanel(SurveyLinks links) {
        this.links = links;
    }

    @Override
    public int place() {
        return 340;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(HelpPages.HOME)) return Optional.empty();
        var waiting = links.waiting(me, now);
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("feedback/survey/web/waiting", Map.of("waiting", waiting)));
    }
}
