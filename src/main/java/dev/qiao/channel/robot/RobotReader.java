package dev.qiao.channel.robot;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Workers;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.robot.RobotMessageSql.Order;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns what happens to tickets now into what robots say. A group is no place for restricted tickets, whoever made the robot. */
@Component
class RobotReader implements Reader {
    private final RobotSql robots;
    private final RobotMessageSql messages;
    private final Tickets tickets;
    private final Rights rights;
    private final Workers workers;

    RobotReader(RobotSql robots, RobotMessageSql messages, Tickets tickets, Rights rights, Workers workers) {
        this.robots = robots;
        this.messages = messages;
        this.tickets = tickets;
        this.rights = rights;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "channel.robots";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && entry.kind().equals(Tickets.KIND) && HookEvent.ALL.contains(entry.act());
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var speaking =
                robots.all().stream().filter(robot -> robot.draft().active()).toList();
        if (speaking.isEmpty()) return () -> {};
        var numbers = batch.stream().map(Recorded::subject).distinct().toList();
        var known = tickets.of(numbers).stream().collect(toMap(Ticket::number, identity()));
        var orders = new ArrayList<Order>();
        for (var robot : speaking) {
            var maker = rights.of(robot.maker());
            if (maker.isEmpty()) continue;
            for (var entry : batch) {
                var ticket = known.get(entry.subject());
                if (ticket != null && speaksOf(robot.draft(), entry, ticket) && ticket.seenBy(maker.get(), false))
                    orders.add(new Order(
                            robot.id(),
                            entry.id(),
                            entry.act(),
                            entry.subject(),
                            ticket.matter().title(),
                            ticket.weight().priority()));
            }
        }
        return () -> {
            messages.insert(orders, now);
            workers.wake();
        };
    }

    private static boolean speaksOf(RobotDraft draft, Recorded entry, Ticket ticket) {
        return draft.events().contains(entry.act())
                && !ticket.matter().restricted()
                && ticket.weight().priority().compareTo(draft.least()) <= 0
                && (draft.team() == null
                        || Objects.equals(draft.team(), ticket.place().team()));
    }
}
