package dev.qiao.dispatch;

import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.PersonFacts.PersonDeactivated;
import dev.qiao.ticket.departure.Departures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands back what somebody had who has left, so that dispatch gives it on. */
@Component
class DepartureReader implements Reader {
    private final People people;
    private final Departures departures;

    DepartureReader(People people, Departures departures) {
        this.people = people;
        this.departures = departures;
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
        var known = people.of(left);
        var gone = left.stream()
                .filter(person -> Optional.ofNullable(known.get(person))
                        .filter(Person::active)
                        .isEmpty())
                .toList();
        var numbers = departures.with(gone);
        return () -> numbers.forEach(number -> departures.release(number, gone, now));
    }
}
