package dev.qiao.base;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Further acts that a room above allows on subjects below, by their nouns ({@code rating}); asked once for all of them. */
public interface Acts {
    /** By subject; one with nothing more to do, or that this person does not see, is left out. */
    Map<Long, List<String>> allowed(String kind, Collection<Long> subjects, Me me, Instant now);
}
