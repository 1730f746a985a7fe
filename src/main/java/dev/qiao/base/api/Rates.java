package dev.qiao.base.api;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each caller may come: steadily so many a second, at once at most a burst. For each caller only the moment is kept at which
 * their bucket will be full again (the generic cell rate algorithm).
 */
public final class Rates {
    private static final int MOST_CALLERS = 20_000;

    private final int perSecond;
    private final long interval;
    private final long tolerance;
    private final ConcurrentHashMap<String, AtomicLong> full = new ConcurrentHashMap<>();

    /** @param perSecond 0 is no limit */
    public Rates(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.tolerance = interval * burst;
    }

    int perSecond() {
        return perSecond;
    }

    /** 0 when the caller may come in, else how many nanoseconds to wait. */
    public long take(String caller, long now) {
        if (perSecond == 0) return 0;
        if (full.size() > MOST_CALLERS) full.values().removeIf(moment -> moment.get() - now <= 0);
        var moment = full.computeIfAbsent(caller, _ -> new AtomicLong(now));
        while (true) {
            long then = moment.get();
            long next = (then - now < 0 ? now : then) + interval;
            if (next - now > tolerance) return next - now - tolerance;
            if (moment.compareAndSet(then, next)) return 0;
        }
    }
}
