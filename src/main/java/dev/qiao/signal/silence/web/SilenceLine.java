package dev.qiao.signal.silence.web;

import dev.qiao.signal.silence.Silence;

/**
 * A silence as it is read in the list.
 *
 * @param service its name; empty for none
 * @param who made it
 * @param ends whether the reader may end it
 */
public record SilenceLine(Silence silence, Silence.Phase phase, String service, String who, boolean ends) {}
