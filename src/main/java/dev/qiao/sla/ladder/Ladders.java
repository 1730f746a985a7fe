package dev.qiao.sla.ladder;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Climbing;
import dev.qiao.sla.ladder.Rung.Whom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The ladders of agreements. Changing needs {@link Permission#DESK_CONFIGURE} and holds for running clocks at once. */
@Component
public class Ladders {
    private static final String KIND = "sla.ladder";
    private static final int MOST = 30;

    /** As the audit shows it. */
    record Shown(List<Rung> rungs) {}

    private final Db db;
    private final Agreements agreements;
    private final Climbing climbing;
    private final Journal journal;

    Ladders(Db db, Agreements agreements, Climbing climbing, Journal journal) {
        this.db = db;
        this.agreements = agreements;
        this.climbing = climbing;
        this.journal = journal;
    }

    /** In their order. Of an agreement that is not there: none. */
    public List<Rung> of(String agreement) {
        return agreements.find(agreement).map(a -> a.terms().ladder()).orElse(List.of());
    }

    /** Exactly these levels from now on; those that a running clock has passed already are not told of it. */
    public void change(String code, List<Rung> rungs, long seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var agreement = agreements.find(code).orElseThrow(() -> Refused.notFound("sla.unknown_agreement", code));
        check(rungs);
        var before = agreement.terms().ladder();
        agreements.touch(seen, () -> {
            replace(agreement, rungs);
            climbing.ladderChanged(agreement, now);
            var facts = Configured.of(KIND, code, new Shown(before), new Shown(rungs));
            journal.write(new Entry(now, me.origin(), KIND, agreement.id(), 0, me.id(), Audience.ADMIN, facts));
        });
    }

    private static void check(List<Rung> rungs) {
        if (rungs.size() > MOST) throw Refused.invalid("rungs", "sla.rungs_many", MOST);
        if (rungs.stream().distinct().count() != rungs.size()) throw Refused.invalid("rungs", "sla.rung_twice");
        for (var rung : rungs) {
            rung.mark().checked("rungs");
            if ((rung.whom() == Whom.PERSON) != (rung.person() != null))
                throw Refused.invalid("rungs", "sla.rung_person");
        }
    }

    private void replace(Agreement agreement, List<Rung> rungs) {
        db.sql("delete from sla.rung where agreement = :agreement")
                .bind("agreement", agreement.id())
                .update();
        db.sql("""
                insert into sla.rung (agreement, place, metric, mark, whom, person_id)
                select :agreement, * from unnest(:places::int[], :metrics::text[], :marks::text[], :whoms::text[], :persons::bigint[])
                """)
                .bind("agreement", agreement.id())
                .bind("places", IntStream.range(0, rungs.size()).boxed().toList())
                .bind("metrics", column(rungs, Rung::metric))
                .bind("marks", column(rungs, r -> r.mark().code()))
                .bind("whoms", column(rungs, Rung::whom))
                .bind("persons", column(rungs, Rung::person))
                .update();
    }
}
