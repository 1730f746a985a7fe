package dev.qiao.admin.backup;

import dev.qiao.base.Coded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup that the desk took or tried to, by its schedule or because somebody asked.
 *
 * @param by who asked; 0: the schedule
 * @param step what is being done, while it runs
 * @param goneAt when newer ones took its place
 * @param problem the message key of why it failed
 */
public record Backup(
        long id,
        long by,
        State state,
        Instant orderedAt,
        Progress.@Nullable Step step,
        long stepsDone,
        long stepsAll,
        @Nullable Instant endedAt,
        @Nullable String file,
        long bytes,
        long rows,
        long files,
        int damaged,
        @Nullable Instant goneAt,
        @Nullable String problem,
        List<Object> arguments) {

    /** Where it is on its way. */
    public enum State implements Coded {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean going() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
