package dev.qiao.ticket;

import dev.qiao.base.Coded;
import java.util.Set;

/** The lists that everybody needs. */
public enum View implements Coded {
    /** All that is still owed. */
    OPEN(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
    /** With me. */
    MINE(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
    /** The promise falls due within an hour, or is broken. */
    DUE(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
    /** Nobody has it. */
    UNASSIGNED(Stage.Name.WAITING),
    /** Of customers that are VIP. */
    VIP(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
    ON_HOLD(Stage.Name.ON_HOLD),
    /** Waits for the requester to confirm. */
    RESOLVED(Stage.Name.RESOLVED),
    /** What I asked for or reported. */
    REPORTED,
    /** Everything, the newest first. */
    ALL;

    private final Set<Stage.Name> stages;

    View(Stage.Name... stages) {
        this.stages = Set.of(stages);
    }

    Set<Stage.Name> stages() {
        return stages;
    }
}
