/** The wall display: services, today's incidents, promises in danger and the load of teams, for a screen that all see. */
@NullMarked
package dev.qiao.signal.wall;

import org.jspecify.annotations.NullMarked;
