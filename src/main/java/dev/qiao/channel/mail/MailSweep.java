package dev.qiao.channel.mail;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets the bytes of mails that were dealt with long ago; what became of them stays known. */
@Component
class MailSweep implements Worker {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 100;

    private final MailSql sql;
    private final Rest rest = new Rest(Duration.ofMinutes(30));

    MailSweep(MailSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "channel.mails.sweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int forgotten = sql.forget(now.minus(KEPT), AT_ONCE);
        if (forgotten < AT_ONCE) rest.begin(now);
        return forgotten;
    }
}
