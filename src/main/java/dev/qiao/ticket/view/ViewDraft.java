package dev.qiao.ticket.view;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a view to be.
 *
 * @param team to whom it is to belong; null: to oneself
 * @param shared whether colleagues who have the link may use it; of a team's it is so anyway
 */
public record ViewDraft(String name, Lens lens, @Nullable Long team, boolean shared) {}
