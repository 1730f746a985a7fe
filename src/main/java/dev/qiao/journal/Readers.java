package dev.qiao.journal;

import dev.qiao.base.Crew;
import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One worker for each reader of the journal. */
@Component
final class Readers implements Crew {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Db db;
    private final ObjectProvider<Reader> readers;
    private final Parking parking;
    private @Nullable List<Reading> readings;

    Readers(Db db, ObjectProvider<Reader> readers, Parking parking) {
        this.db = db;
        this.readers = readers;
        this.parking = parking;
    }

    @Override
    public List<Worker> workers() {
        return List.copyOf(readings());
    }

    /** How many entries each reader has still to look at, up to a limit. */
    Map<String, Double> behind() {
        return readings().stream().collect(Collectors.toMap(r -> "behind_" + r.reader(), r -> (double) r.behind()));
    }

    private synchronized List<Reading> readings() {
        if (readings == null) {
            var tail = new Tail(db);
            readings = readers.orderedStream()
                    .map(reader -> new Reading(db, tail, reader, parking, PAUSES))
                    .toList();
        }
        return readings;
    }
}
