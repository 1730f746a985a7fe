package dev.qiao.signal.watch.web;

import dev.qiao.signal.watch.Watch;
import dev.qiao.signal.watch.Watching;

/**
 * A rule as it is read in the list.
 *
 * @param says what is a sign of trouble, in the reader's words
 * @param watching how it stands
 */
public record WatchLine(Watch watch, String says, Watching watching) {}
