package dev.qiao.channel;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes notices that were read long ago and letters long sent; what is unread or undelivered stays. */
@Component
class Sweep implements Worker {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST = 500;

    private final NoticeSql notices;
    private final DeliverySql deliveries;
    private final Rest rest = new Rest(Duration.ofHours(1));

    Sweep(NoticeSql notices, DeliverySql deliveries) {
        this.notices = notices;
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "channel.sweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        var until = now.minus(KEPT);
        int gone = notices.purge(until, MOST) + deliveries.purge(until, MOST);
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
