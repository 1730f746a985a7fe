package dev.qiao.ticket.load;

import dev.qiao.base.Me;
import dev.qiao.people.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door to how much open work there is, within what each sees; counted again at most every few seconds. */
@Component
public class Loads {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int REMEMBERED = 500;
    private static final int COUNTED = 50_000;

    private record Held(Load load, Instant at) {}

    private final LoadSql sql;
    private final Map<Sight, Held> held = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sight, Held> eldest) {
            return size() > REMEMBERED;
        }
    };

    Loads(LoadSql sql) {
        this.sql = sql;
    }

    /** What this person sees of it. */
    public Load of(Me me, Instant now) {
        var sight = Sight.of(me);
        synchronized (held) {
            var known = held.get(sight);
            if (known != null
                    && !now.isBefore(known.at())
                    && now.isBefore(known.at().plus(FRESH))) return known.load();
        }
        var parts = sql.parts(sight, now, COUNTED);
        var load = new Load(parts, parts.stream().mapToInt(Load.Part::tickets).sum() >= COUNTED);
        synchronized (held) {
            held.remove(sight);
            held.put(sight, new Held(load, now));
        }
        return load;
    }

    /** Incidents that were reported since then and that this person sees, the newest first. */
    public List<Broke> incidents(Instant since, int most, Me me) {
        return sql.incidents(Sight.of(me), since, most);
    }
}
