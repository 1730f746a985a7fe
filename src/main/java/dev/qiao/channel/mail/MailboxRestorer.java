package dev.qiao.channel.mail;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of mailboxes are taken back. What one signs in with is in no change. */
@Configuration(proxyBeanMethods = false)
class MailboxRestorer {
    @Bean
    Restorer channelMailboxRestorer(Mailboxes mailboxes, MailboxSql sql) {
        return new Restorer(Mailboxes.KIND, (change, me, now) -> back(mailboxes, sql, change, me, now));
    }

    private static Runnable back(Mailboxes mailboxes, MailboxSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(MailboxDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(box -> () -> mailboxes.update(id, box.version(), was.get(), null, me, now))
                    .orElse(() -> mailboxes.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> mailboxes.delete(id, me, now);
    }

    @Bean
    Naming channelMailboxNaming(MailboxSql sql) {
        return new Naming(
                Set.of(Mailboxes.KIND),
                Set.of(),
                ids -> ids.stream()
                        .flatMap(id -> sql.find(id).stream())
                        .collect(toMap(Mailbox::id, box -> box.draft().name())));
    }
}
