package dev.qiao.dispatch;

import dev.qiao.base.Worker;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.departure.Departures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands back what somebody had who has left, so that dispatch gives it on: each ticket in a transaction of its own, so that no page
 * waits for thousands, and whoever dies in between goes on where they were. Who is back by then keeps what is left.
 */
@Component
class DepartureWorker implements Worker {
    private static final int PERSONS = 20;
    private static final int MOST = 100;

    private final DepartureSql sql;
    private final People people;
    private final Departures departures;

    DepartureWorker(DepartureSql sql, People people, Departures departures) {
        this.sql = sql;
        this.people = people;
        this.departures = departures;
    }

    @Override
    public String name() {
        return "dispatch.departures";
    }

    @Override
    public int work(Instant now) {
        int done = 0;
        @Nullable RuntimeException failed = null;
        for (long person : sql.waiting(PERSONS)) {
            try {
                done += handBack(person, now);
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
        return done;
    }

    /** What fails holds up neither the other tickets nor the other persons, and is tried again. */
    private int handBack(long person, Instant now) {
        var numbers = gone(person) ? departures.with(List.of(person), MOST) : List.<Long>of();
        @Nullable RuntimeException failed = null;
        for (long number : numbers) {
            try {
                departures.release(number, List.of(person), now);
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
        if (numbers.size() < MOST) sql.over(person);
        return Math.max(1, numbers.size());
    }

    private boolean gone(long person) {
        return people.find(person).filter(Person::active).isEmpty();
    }
}
