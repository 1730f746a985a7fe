package dev.qiao.people;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes what is over: sessions, counted failures, browsers long unseen. */
@Component
class Sweep implements Worker {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Failures failures;
    private final Devices devices;
    private volatile Instant next = Instant.MIN;

    Sweep(Sessions sessions, Failures failures, Devices devices) {
        this.sessions = sessions;
        this.failures = failures;
        this.devices = devices;
    }

    @Override
    public String name() {
        return "people.sweep";
    }

    @Override
    public int work(Instant now) {
        // A clock that was set back begins anew.
        if (now.isBefore(next) && !now.plus(PAUSE).isBefore(next)) return 0;
        int gone = sessions.purge(now) + failures.purge(now) + devices.purge(now);
        if (gone == 0) next = now.plus(PAUSE);
        return gone;
    }
}
