package dev.qiao.journal;

import dev.qiao.base.Me;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A room whose subjects are seen by nobody when their number is odd. */
@Component
class ProbeVisible implements Visible {
    static final String KIND = "probe-live";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Long> among(Collection<Long> subjects, Me me) {
        return subjects.stream().filter(n -> n % 2 == 0).collect(Collectors.toSet());
    }
}
