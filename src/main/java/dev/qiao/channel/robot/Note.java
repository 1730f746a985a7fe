package dev.qiao.channel.robot;

import java.util.List;

/**
 * What a robot says: one thing, or several that came together.
 *
 * @param title in a few words
 * @param moreSaid that there are more, with their number; empty: there are none
 * @param button what the way to the desk is called
 */
record Note(String title, List<Line> lines, String moreSaid, String button) {
    /** One thing that happened to a ticket. */
    record Line(String said, String title, String url) {}
}
