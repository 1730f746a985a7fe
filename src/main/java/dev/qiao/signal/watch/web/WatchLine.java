package dev.qiao.signal.watch.web;

import dev.qiao.signal.watch.Watch;

/**
 * A rule as it is read in the list.
 *
 * @param says what is a sign of trouble, in the reader's words
 * @param standing how much is wrong by it now
 */
public record WatchLine(Watch watch, String says, int standing) {}
