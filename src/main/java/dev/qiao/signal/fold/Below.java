package dev.qiao.signal.fold;

import org.jspecify.annotations.Nullable;

/**
 * An alert lies below another.
 *
 * @param service of the other one
 * @param title of the other one
 */
public record Below(long alert, long under, @Nullable Long service, String title) {}
