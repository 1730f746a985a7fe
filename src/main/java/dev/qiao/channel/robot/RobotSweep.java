package dev.qiao.channel.robot;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes what robots said long ago; what waits or was given up stays. */
@Component
class RobotSweep implements Worker {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 500;

    private final RobotMessageSql messages;
    private final Rest rest = new Rest(Duration.ofHours(1));

    RobotSweep(RobotMessageSql messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "channel.robots.sweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int gone = messages.purge(now.minus(KEPT), MOST);
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
