package dev.qiao.feedback.theme;

import dev.qiao.feedback.theme.Themes.Listed;
import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a change of the themes is taken back. */
@Configuration(proxyBeanMethods = false)
class ThemeRestorer {
    @Bean
    Restorer feedbackThemesRestorer(Themes themes) {
        return new Restorer("feedback.themes", (change, me, now) -> {
            var was = change.must(Listed.class);
            return () -> themes.change(was.themes(), me, now);
        });
    }
}
