/** How far the desk reaches out by itself: calls of its own go only to addresses that are no way into the machine it runs on. */
@NullMarked
package dev.qiao.signal.reach;

import org.jspecify.annotations.NullMarked;
