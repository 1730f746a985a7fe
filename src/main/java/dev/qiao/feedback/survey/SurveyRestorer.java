package dev.qiao.feedback.survey;

import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of surveys are taken back; one that was made is sent to nobody. */
@Configuration(proxyBeanMethods = false)
class SurveyRestorer {
    @Bean
    Restorer feedbackSurveyRestorer(Surveys surveys) {
        return new Restorer("feedback.survey", (change, me, now) -> {
            var is = surveys.known(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var draft = change.was(SurveyDraft.class)
                    .orElseGet(() -> SurveyDraft.of(is).silent());
            return () -> surveys.update(is.id(), is.version(), draft, me, now);
        });
    }

    @Bean
    Naming feedbackSurveyNaming(Surveys surveys) {
        return new Naming(
                Set.of(Surveys.KIND),
                Set.of(),
                ids -> ids.stream()
                        .flatMap(id -> surveys.known(id).stream())
                        .collect(Collectors.toMap(Survey::id, Survey::name)));
    }
}
