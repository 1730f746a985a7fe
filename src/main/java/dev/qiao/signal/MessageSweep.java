package dev.qiao.signal;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets messages that were read a week ago. What nobody could read stays until somebody decides. */
@Component
class MessageSweep implements Worker {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 500;

    private final MessageSql messages;
    private final Rest rest = new Rest(Duration.ofMinutes(10));

    MessageSweep(MessageSql messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "signal.sweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int forgotten = messages.forget(now.minus(KEPT), AT_ONCE);
        if (forgotten < AT_ONCE) rest.begin(now);
        return forgotten;
    }
}
