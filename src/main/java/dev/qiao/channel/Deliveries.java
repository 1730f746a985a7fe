package dev.qiao.channel;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Letters that could not be sent, for an administrator to look at and try again. */
@Component
public class Deliveries {
    private static final int MOST = 200;

    private final DeliverySql sql;
    private final Workers workers;
    private final Post post;

    Deliveries(DeliverySql sql, Workers workers, Post post) {
        this.sql = sql;
        this.workers = workers;
        this.post = post;
    }

    /** Whether the desk can send any. */
    public boolean open() {
        return post.open();
    }

    /** Given up, newest first. */
    public List<Delivery> dead(Me me) {
        me.must(Permission.ADMIN);
        return sql.dead(MOST);
    }

    /** Still on their way, the soonest first. */
    public List<Delivery> waiting(Me me) {
        me.must(Permission.ADMIN);
        return sql.waiting(MOST);
    }

    /** Sends what was given up once more. Errors: conflict when it is not given up. */
    public void retry(long id, Me me, Instant now) {
        me.must(Permission.ADMIN);
        if (!sql.retry(id, now)) throw Refused.conflict("channel.not_given_up");
        workers.wake();
    }

    /** Whether this is the address from which we write. */
    public boolean from(String address) {
        return post.smtp()
                .filter(smtp -> smtp.relay().from().equalsIgnoreCase(address))
                .isPresent();
    }

    /** A mail server says that it could not deliver this letter, which was sent. */
    public void bounced(long entry, long id) {
        sql.bounced(entry, id);
    }
}
