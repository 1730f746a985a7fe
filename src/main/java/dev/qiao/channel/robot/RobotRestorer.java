package dev.qiao.channel.robot;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.channel.robot.Robots.Keys;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of robots are taken back. */
@Configuration(proxyBeanMethods = false)
class RobotRestorer {
    private static final Keys SAME = new Keys(null, null);

    @Bean
    Restorer channelRobotRestorer(Robots robots, RobotSql sql) {
        return new Restorer(Robots.KIND, (change, me, now) -> back(robots, sql, change, me, now));
    }

    private static Runnable back(Robots robots, RobotSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(RobotDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(robot -> () -> robots.update(id, robot.version(), was.get(), SAME, me, now))
                    .orElse(() -> robots.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> robots.delete(id, me, now);
    }

    @Bean
    Naming channelRobotNaming(RobotSql sql) {
        return new Naming(Set.of(Robots.KIND), Set.of(), sql::names);
    }
}
