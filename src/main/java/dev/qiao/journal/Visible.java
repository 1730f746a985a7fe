package dev.qiao.journal;

import dev.qiao.base.Me;
import java.util.Collection;
import java.util.Set;

/** Which subjects of a kind a person may see. What no room answers for is shown to nobody. */
public interface Visible {
    /** The kind of subject that this room answers for. */
    String kind();

    /** Those among the subjects that the person may see, in one query. */
    Set<Long> among(Collection<Long> subjects, Me me);
}
