package dev.qiao.signal.look.web;

import dev.qiao.signal.look.Cause;

/**
 * A cause in words.
 *
 * @param kind its sort, as a code
 * @param link to what it is about
 */
public record CauseLine(Cause cause, String kind, String text, String link) {}
