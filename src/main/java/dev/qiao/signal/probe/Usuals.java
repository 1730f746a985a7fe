package dev.qiao.signal.probe;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How long looks usually take, worked out once an hour for each probe. */
@Component
class Usuals {
    private record Known(Instant hour, int version, Optional<Usual> usual) {}

    private final ResultSql results;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    Usuals(ResultSql results) {
        this.results = results;
    }

    /** Empty: its past is too short to say. */
    Optional<Usual> of(Probe probe, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var found = known.get(probe.id());
        if (found != null && found.hour().equals(hour) && found.version() == probe.version()) return found.usual();
        if (known.size() >= Probes.MOST) known.clear();
        var usual = Usual.of(results.past(probe.id(), hour.minus(Usual.PAST)), now);
        known.put(probe.id(), new Known(hour, probe.version(), usual));
        return usual;
    }

    void forget(long probe) {
        known.remove(probe);
    }
}
