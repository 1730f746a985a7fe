package dev.qiao.ticket.setup;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Sight;
import dev.qiao.sla.check.Subjects;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tickets as sla asks for them: by when they were opened, within what one may see. */
@Component
class PromisedTickets implements Subjects {
    private final Db db;
    private final Services services;

    PromisedTickets(Db db, Services services) {
        this.db = db;
        this.services = services;
    }

    @Override
    public String kind() {
        return Tickets.KIND;
    }

    @Override
    public List<Long> begun(Instant from, Instant to, int most, Me me) {
        var sight = Sight.of(me);
        var sql = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> "(select t.number, t.opened_at from ticket.ticket t where (" + branch
                        + ") and t.opened_at >= :from and t.opened_at < :to order by t.opened_at desc limit :most)")
                .collect(Collectors.joining(
                        " union all ", "select number from (", ") l order by opened_at desc limit :most"));
        return sight.bind(db.sql(sql))
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .list(row -> row.number("number"));
    }

    @Override
    public Set<String> services() {
        return services.active().stream().map(Service::code).collect(Collectors.toSet());
    }

    @Override
    public Set<String> sorts() {
        return Arrays.stream(Matter.Kind.values()).map(Matter.Kind::code).collect(Collectors.toSet());
    }
}
