package dev.qiao.sla;

/**
 * What the desk promises to some, or to all.
 *
 * @param standard whether it applies where no selection says otherwise
 * @param terms what it says now
 */
public record Agreement(long id, String code, String name, boolean standard, Terms terms) {}
