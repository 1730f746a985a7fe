package dev.qiao.journal;

import dev.qiao.base.Crew;
import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.util.List;
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
    private @Nullable List<Worker> workers;

    Readers(Db db, ObjectProvider<Reader> readers, Parking parking) {
        this.db = db;
        this.readers = readers;
        this.parking = parking;
    }

    @Override
    public synchronized List<Worker> workers() {
        if (workers == null) {
            workers = readers.orderedStream()
                    .<Worker>map(reader -> new Reading(db, reader, parking, PAUSES))
                    .toList();
        }
        return workers;
    }
}
