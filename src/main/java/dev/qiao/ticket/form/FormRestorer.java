package dev.qiao.ticket.form;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of forms are taken back; one that was made is taken out of use. */
@Configuration(proxyBeanMethods = false)
class FormRestorer {
    @Bean
    Restorer ticketFormRestorer(Forms forms) {
        return new Restorer("ticket.form", (change, me, now) -> {
            var is = forms.all().stream()
                    .filter(form -> form.id() == change.subject())
                    .findFirst()
                    .orElseThrow(() -> Refused.notFound("journal.no_entry"));
            return change.was(Form.class)
                    .<Runnable>map(was -> () -> forms.restore(was, is.revision(), me, now))
                    .orElse(() -> forms.activate(is.code(), false, me, now));
        });
    }

    @Bean
    Naming ticketFormNaming(Forms forms) {
        return new Naming(
                Set.of("form"),
                Set.of("form"),
                ids -> forms.all().stream()
                        .filter(form -> ids.contains(form.id()))
                        .collect(toMap(Form::id, Form::name)));
    }
}
