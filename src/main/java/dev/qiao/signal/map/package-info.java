/** The map of services: how each is, and what rests on what. */
@NullMarked
package dev.qiao.signal.map;

import org.jspecify.annotations.NullMarked;
