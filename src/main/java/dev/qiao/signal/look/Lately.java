package dev.qiao.signal.look;

import dev.qiao.signal.look.Look.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was found a moment ago is not looked for again: several look at one incident, and each opens its page several times. */
final class Lately {
    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final int MOST = 200;

    private record Key(long ticket, long person) {}

    private record Held(Found found, Instant at) {}

    private final Map<Key, Held> held = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Held> eldest) {
            return size() > MOST;
        }
    };

    Found of(long ticket, long person, Instant now, Supplier<Found> look) {
        var key = new Key(ticket, person);
        synchronized (held) {
            var known = held.get(key);
            if (known != null
                    && !now.isBefore(known.at())
                    && now.isBefore(known.at().plus(FRESH))) return known.found();
        }
        var found = look.get();
        synchronized (held) {
            held.remove(key);
            held.put(key, new Held(found, now));
        }
        return found;
    }
}
