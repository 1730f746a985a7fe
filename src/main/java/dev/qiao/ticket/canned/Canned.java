package dev.qiao.ticket.canned;

import org.jspecify.annotations.Nullable;

/**
 * Words that are said again and again.
 *
 * @param id 0 before it is stored
 * @param team whose they are; null: everybody's
 * @param body with placeholders such as {@code {requester}}
 */
public record Canned(long id, @Nullable Long team, String name, String body, boolean active) {}
