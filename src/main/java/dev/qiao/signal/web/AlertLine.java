package dev.qiao.signal.web;

import dev.qiao.asset.Service;
import dev.qiao.signal.Alert;
import org.jspecify.annotations.Nullable;

/**
 * One line of the alerts.
 *
 * @param source the name of who told it
 * @param ticket in which it is dealt with; null: in none, or in one that the reader does not see
 */
public record AlertLine(
        Alert alert,
        String source,
        @Nullable Service service,
        @Nullable Long ticket) {}
