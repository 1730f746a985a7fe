package dev.qiao.base;

/**
 * An entry of the main navigation, contributed by the room whose page it opens.
 *
 * @param key message key of its word
 * @param icon symbol of icons.svg, without {@code i-}
 * @param needs who sees it
 * @param place order, smallest first; from 500 on it stands under administration: people, tickets from 530, promises from 550, the desk itself
 *     from 570
 */
public record Menu(String key, String path, String icon, Permission needs, int place) {}
