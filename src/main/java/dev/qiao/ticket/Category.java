package dev.qiao.ticket;

import org.jspecify.annotations.Nullable;

/** A branch of the tree by which tickets are sorted. */
public record Category(long id, String code, @Nullable Long parent, String name, int place, boolean active) {}
