package dev.qiao.signal.source;

import dev.qiao.base.Health;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts who calls with a key that nobody has, since this program started. */
@Component
public class Strangers implements Health {
    private final AtomicLong calls = new AtomicLong();

    /** One more. */
    public void count() {
        calls.incrementAndGet();
    }

    public long calls() {
        return calls.get();
    }

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public Finding look() {
        return Finding.well("listening", "machines are listened to").with(Map.of("wrong_keys", (double) calls.get()));
    }
}
