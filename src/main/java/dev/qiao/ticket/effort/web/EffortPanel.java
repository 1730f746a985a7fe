package dev.qiao.ticket.effort.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.people.People;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.effort.Efforts;
import dev.qiao.ticket.effort.Efforts.Effort;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Time spent, by person and in all, for those who work here. */
@Component
public class EffortPanel implements Panel {
    /**
     * How long somebody worked on it.
     *
     * @param who their name
     */
    public record Line(String who, Duration spent) {}

    private final Efforts efforts;
    private final Tickets tickets;
    private final People people;

    EffortPanel(Efforts efforts, People people, Tickets tickets) {
        this.tickets = tickets;
        this.efforts = efforts;
        this.people = people;
    }

    @Override
    public int place() {
        return 46;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        var all = efforts.of(tickets.find(subject, me), me);
        if (all.isEmpty()) return Optional.empty();
        var total = Duration.ofMinutes(all.stream().mapToInt(Effort::minutes).sum());
        return Optional.of(new Fragment(
                "ticket/effort/web/panel",
                Map.of("number", subject, "total", total, "lines", lines(all), "own", own(all, me))));
    }

    /** What the reader wrote down and may take back, the newest first. */
    private static List<Effort> own(List<Effort> all, Me me) {
        return all.stream().filter(e -> e.person() == me.id()).toList().reversed();
    }

    private List<Line> lines(List<Effort> all) {
        Map<Long, Integer> minutes =
                all.stream().collect(groupingBy(Effort::person, LinkedHashMap::new, summingInt(Effort::minutes)));
        var names = people.of(minutes.keySet());
        return minutes.entrySet().stream()
                .map(e -> {
                    var person = names.get(e.getKey());
                    return new Line(person == null ? "" : person.name(), Duration.ofMinutes(e.getValue()));
                })
                .toList();
    }
}
