package dev.qiao.channel;

import dev.qiao.base.Worker;
import dev.qiao.channel.Sending.Failed;
import dev.qiao.channel.Sending.Sent;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends due letters, each on its own, at least once and always under the same Message-ID. */
@Component
class MailWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int MOST = 10;

    /** Longer than ten letters can take, each time-out included. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final DeliverySql sql;
    private final Letters letters;
    private final Post post;

    MailWorker(DeliverySql sql, Letters letters, Post post) {
        this.sql = sql;
        this.letters = letters;
        this.post = post;
    }

    @Override
    public String name() {
        return "channel.mail";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        return post.smtp().map(smtp -> work(smtp, now)).orElse(0);
    }

    private int work(Smtp smtp, Instant now) {
        var taken = sql.take(now, now.plus(LEASE), MOST);
        for (var delivery : taken) {
            switch (sent(smtp, delivery, now)) {
                case Sent() -> sql.sent(delivery.id(), now);
                case Failed failed -> {
                    LOG.warn("mail {} failed at attempt {}: {}", delivery.id(), delivery.attempts(), failed.problem());
                    var then = failed.forever()
                            ? null
                            : Backoff.after(delivery.attempts(), now).orElse(null);
                    sql.failed(delivery.id(), failed, then, now);
                }
            }
        }
        return taken.size();
    }

    private Sending sent(Smtp smtp, Delivery delivery, Instant now) {
        return letters.write(delivery, smtp.relay().domain(), now)
                .map(smtp::send)
                .orElseGet(() -> new Failed("channel.problem_over", null, true));
    }
}
