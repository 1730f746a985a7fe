package dev.qiao.dispatch;

import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.PersonFacts.PersonDeactivated;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes who has left; what they had goes back bit by bit. */
@Component
class DepartureReader implements Reader {
    private final DepartureSql sql;

    DepartureReader(DepartureSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "dispatch.departure";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.is(PersonDeactivated.class);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var left = batch.stream().map(Recorded::subject).collect(Collectors.toSet());
        return () -> sql.add(left, now);
    }
}
