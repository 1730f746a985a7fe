package dev.qiao.signal.look;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where the figures of services come from. */
public interface Curves {
    /** A figure over time. */
    record Curve(long series, String name, long service, List<Point> points) {}

    /** Those that belong to these services, at most so many. */
    List<Curve> of(Collection<Long> services, Instant from, Instant until, int most);
}
