package dev.qiao.signal.scrape;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it went the last time.
 *
 * @param problem the key of what was wrong; null: nothing
 * @param detail the argument of that
 */
public record Scraped(
        Instant at, int millis, int samples, @Nullable String problem, String detail) {}
