package dev.qiao.people;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes what is over: sessions, counted failures, browsers long unseen. */
@Component
class Sweep implements Worker {
    private final Sessions sessions;
    private final Failures failures;
    private final Devices devices;
    private final Rest rest = new Rest(Duration.ofMinutes(10));

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
        if (rest.goesOn(now)) return 0;
        int gone = sessions.purge(now) + failures.purge(now) + devices.purge(now);
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
