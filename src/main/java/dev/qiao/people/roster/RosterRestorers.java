package dev.qiao.people.roster;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of rosters are taken back. */
@Configuration(proxyBeanMethods = false)
class RosterRestorers {
    @Bean
    Restorer layerRestorer(Rosters rosters) {
        return new Restorer("people.layer", (change, me, now) -> layer(rosters, change, me, now));
    }

    private static Runnable layer(Rosters rosters, Change change, Me me, Instant now) {
        long team = change.subject();
        var was = change.was(Layer.class);
        if (change.became(Layer.class).isEmpty()) {
            var gone = change.must(Layer.class);
            return () -> rosters.restore(team, gone, me, now);
        }
        long id = change.became(Layer.class).orElseThrow().id();
        var is = rosters.layers(team).stream().filter(layer -> layer.id() == id).findFirst();
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return was.<Runnable>map(layer -> () -> rosters.takeBack(team, is.get(), layer, me, now))
                .orElse(() -> rosters.remove(team, id, me, now));
    }

    @Bean
    Restorer wantedRestorer(Rosters rosters) {
        return new Restorer("people.roster", (change, me, now) -> {
            var was = change.must(Rosters.Hours.class);
            int seen = rosters.frame(change.subject()).version();
            return () -> rosters.want(change.subject(), was.wanted(), was.calendar(), seen, me, now);
        });
    }
}
