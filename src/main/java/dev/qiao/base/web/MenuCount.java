package dev.qiao.base.web;

import dev.qiao.base.Me;

/** A figure beside an entry of the main navigation. It is asked for after the page, so that it never holds one up. */
public interface MenuCount {
    /** The path of the menu entry that it belongs to. */
    String path();

    /** What this person has there; 0 shows nothing. */
    long count(Me me);
}
