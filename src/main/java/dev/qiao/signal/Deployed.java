package dev.qiao.signal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sender said that something was changed or deployed.
 *
 * @param at when; null where it does not say
 * @param url where more is to be seen; empty: nowhere
 */
public record Deployed(@Nullable Instant at, String title, String url, Map<String, String> labels) implements Saying {}
