package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to tickets by the date alone. A missed moment comes late, not never; two nodes take different rows. */
@Configuration(proxyBeanMethods = false)
class Timers {
    private static final int AT_ONCE = 100;

    /** Held tickets come back. */
    @Bean
    Worker returningTickets(Db db, TicketSql sql, Tickets tickets) {
        return new Timer(
                "ticket.returns",
                new Worker.Rest(Duration.ofSeconds(1)),
                db,
                now -> sql.returning(now, AT_ONCE),
                now -> number -> tickets.resume(number, null, QIAO, now));
    }

    /** Resolved tickets close when nobody objected for five working days. */
    @Bean
    Worker closingTickets(Db db, TicketSql sql, Tickets tickets) {
        return new Timer(
                "ticket.closes",
                new Worker.Rest(Duration.ofSeconds(10)),
                db,
                now -> sql.closing(now, AT_ONCE),
                now -> number -> tickets.close(number, null, QIAO, now));
    }

    /** Files that were put in but never sent are forgotten after two days. */
    @Bean
    Worker looseFiles(Db db, CommentSql sql) {
        var rest = new Worker.Rest(Duration.ofMinutes(10));
        return new Worker() {
            @Override
            public String name() {
                return "ticket.loose_files";
            }

            @Override
            public int work(Instant now) {
                if (rest.goesOn(now)) return 0;
                int gone = db.transact(() -> sql.forgetLoose(now.minus(Duration.ofDays(2)), AT_ONCE));
                if (gone == 0) rest.begin(now);
                return gone;
            }
        };
    }

    private static final Me QIAO = Me.machine(Origin.LIVE);

    private record Timer(
            String name, Rest rest, Db db, Function<Instant, List<Long>> due, Function<Instant, LongConsumer> act)
            implements Worker {
        @Override
        public int work(Instant now) {
            if (rest.goesOn(now)) return 0;
            int done = db.transact(() -> {
                var numbers = due.apply(now);
                numbers.forEach(act.apply(now)::accept);
                return numbers.size();
            });
            if (done == 0) rest.begin(now);
            return done;
        }
    }
}
