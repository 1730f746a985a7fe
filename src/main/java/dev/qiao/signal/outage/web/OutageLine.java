package dev.qiao.signal.outage.web;

import dev.qiao.signal.outage.Outage;
import org.jspecify.annotations.Nullable;

/**
 * An outage as it is read.
 *
 * @param title of its ticket; null where the reader does not see that
 * @param length in words
 * @param by who corrected it; null: nobody did
 */
public record OutageLine(
        Outage outage,
        @Nullable String title,
        String length,
        @Nullable String by) {}
