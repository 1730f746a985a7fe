package dev.qiao.signal.web;

import dev.qiao.asset.Service;
import dev.qiao.base.Refused;
import dev.qiao.signal.Alert;
import dev.qiao.signal.fold.Below;
import dev.qiao.signal.silence.Silence;
import org.jspecify.annotations.Nullable;

/**
 * One line of the alerts.
 *
 * @param source the name of who told it
 * @param ticket in which it is dealt with; null: in none, or in one that the reader does not see
 * @param problem why it could not be given to a ticket; null: it could, or need not
 * @param below what it lies below; null: nothing
 * @param under the service of that
 * @param carries how many lie below it
 * @param silence under which it falls, or fell when it was over; null: under none
 */
public record AlertLine(
        Alert alert,
        String source,
        @Nullable Service service,
        @Nullable Long ticket,
        Refused.@Nullable Problem problem,
        @Nullable Silence silence,
        @Nullable Below below,
        @Nullable Service under,
        int carries) {
    /** What it lies below, as far as it is still wrong. */
    public boolean folded() {
        return alert.open() && below != null;
    }

    /** The service below which it lies, else the alert there. */
    public String belowWhat() {
        return under != null ? under.name() : below == null ? "" : below.title();
    }

    /** Whether nobody is called for it now. */
    public boolean silent() {
        return alert.open() && silence != null;
    }
}
