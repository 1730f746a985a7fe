package dev.qiao.signal.snmp;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.Told;
import dev.qiao.signal.source.TrapRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What rules make of the last traps of a source, before they are saved. Needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class TrapTrial {
    private static final int MESSAGES = 20;
    private static final int MOST = 30;

    /**
     * One trap.
     *
     * @param told what it says by these rules
     * @param explained whether any rule is about it
     */
    public record Tried(Instant at, Trap trap, String name, List<Told> told, boolean explained) {
        /** Whether it says that something is over, or that it passed. */
        public boolean over() {
            return told.getLast().says() == Told.Says.RESOLVED;
        }
    }

    private final Quarantine quarantine;

    TrapTrial(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** The newest first. Errors: invalid, for rules that are none. */
    public List<Tried> of(long source, List<TrapRule> rules, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = TrapRule.checked(rules);
        var tried = new ArrayList<Tried>();
        for (var kept : quarantine.newest(source, MESSAGES, me)) {
            for (var trap : traps(quarantine.find(kept.id(), me).body()).reversed()) {
                if (tried.size() >= MOST) return tried;
                tried.add(new Tried(
                        kept.receivedAt(),
                        trap,
                        Oids.trap(trap.trap()),
                        TrapMeaning.of(trap, checked),
                        TrapMeaning.explained(trap, checked)));
            }
        }
        return tried;
    }

    private static List<Trap> traps(byte[] body) {
        try {
            return SnmpFormat.traps(body);
        } catch (Refused _) {
            return List.of();
        }
    }
}
