package dev.qiao.sla.check;

import dev.qiao.base.Me;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the room above knows of the subjects that promises are made to: one bean of it. */
public interface Subjects {
    /** As facts and clocks call them. */
    String kind();

    /** The newest of those that began in between, as far as this person may see them. */
    List<Long> begun(Instant from, Instant to, int most, Me me);

    /** The codes of services that can still be reported about. */
    Set<String> services();

    /** What a subject can be. */
    Set<String> sorts();
}
